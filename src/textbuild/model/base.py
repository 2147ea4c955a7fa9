"""What all record models share: frozen, and no field that the contract does not know."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints


class Frozen(BaseModel):
    """A record read from YAML."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    def __reduce__(self) -> tuple[Any, ...]:
        """To bytes as its fields alone: pydantic's own way takes twice as long, and there may be 80,000 records."""
        return _restored, (type(self), self.__dict__)


def _restored(model: type[Frozen], fields: dict[str, Any]) -> Frozen:
    record = model.__new__(model)
    _set(record, "__dict__", fields)  # what `__setstate__` does, without a dict and a call more for each record
    _set(record, "__pydantic_fields_set__", _NONE_SET)
    _set(record, "__pydantic_extra__", None)
    _set(record, "__pydantic_private__", None)
    return record


_set = object.__setattr__
_NONE_SET: frozenset[str] = frozenset()


Text = Annotated[str, StringConstraints(min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
