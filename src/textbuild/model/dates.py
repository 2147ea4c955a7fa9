"""A date as precise as its source gives it: a day, a month or a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date of which the day, or the day and the month, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None
    earliest: date = field(init=False, repr=False, compare=False)
    """The first day that this date may mean."""
    latest: date = field(init=False, repr=False, compare=False)
    """The last day that this date may mean."""

    def __post_init__(self) -> None:
        """Raises ValueError for a day that the calendar does not have."""
        month = self.month or 12
        last = self.day or calendar.monthrange(self.year, month)[1]
        # worked out once: the verdicts of a large registry ask for them a million times
        object.__setattr__(self, "earliest", date(self.year, self.month or 1, self.day or 1))
        object.__setattr__(self, "latest", date(self.year, month, last))

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Reads `2026-07-01`, `2026-07` or `2026`. Raises ValueError for anything else."""
        if not re.fullmatch(_PATTERN, text, re.ASCII):
            raise ValueError("expected a date such as 2026-07-01, 2026-07 or 2026")
        numbers = [int(part) for part in text.split("-")]
        return cls(*numbers)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from_text = core_schema.chain_schema(
            [core_schema.str_schema(), core_schema.no_info_plain_validator_function(cls.parse)]
        )
        return core_schema.json_or_python_schema(
            json_schema=from_text,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), from_text]),
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": _PATTERN, "description": "A day, a month or a year: 2026-07-01"}
