"""A standard's record as the YAML that textbuild writes: one line a reading, in the order of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from textbuild.model.base import Frozen
from textbuild.model.dates import PartialDate
from textbuild.model.standard import Standard

Plain = Any
"""Text, True, or lists and mappings of these."""
_ORDER = (
    "kind",
    "number",
    "title",
    "title_en",
    "nature",
    "issuer",
    "sectors",
    "ics",
    "ccs",
    "adopts",
    "note",
    "editions",
)
_EDITION_ORDER = (
    "edition",
    "title",
    "published",
    "effective",
    "withdrawn",
    "replaces",
    "applicability",
    "amendments",
    "clauses",
    "reported",
    "note",
    "checks",
)
_SIGNS = "A-Za-z0-9\u4e00-\u9fff（）”》"
_BARE = re.compile(rf"[A-Za-z\u4e00-\u9fff](?:[{_SIGNS}_ /.、，。；：“《－—-]*[{_SIGNS}。])?")
_WORDS = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])


class Bare(str):
    """Text that YAML takes as it is: a date."""


def render(standard: Standard) -> str:
    """The whole file. Reading it gives the standard again."""
    lines = []
    for name, value in plain(standard).items():
        if name != "editions":
            lines.append(f"{name}: {flow(value)}")
            continue
        lines.append("editions:")
        for edition in value:
            lines += _edition(edition)
    return "\n".join(lines) + "\n"


def plain(standard: Standard) -> dict[str, Plain]:
    """The record as text, lists and mappings, in the order of writing, without what is empty."""
    fields = _fields(standard, _ORDER)
    fields["editions"] = [_fields(edition, _EDITION_ORDER) for edition in standard.editions]
    return fields


def flow(value: Plain) -> str:
    """A value within one line."""
    if isinstance(value, str):
        return str(value) if isinstance(value, Bare) or is_bare(value) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {flow(item)}" for name, item in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "true" if value is True else "false"


def is_bare(text: str) -> bool:
    """Whether text needs no quotes, even within brackets."""
    return bool(_BARE.fullmatch(text)) and text.lower() not in _WORDS


def _edition(edition: Mapping[str, Plain]) -> list[str]:
    lines = []
    for index, (name, value) in enumerate(edition.items()):
        mark = "  - " if index == 0 else "    "
        if name == "checks":
            lines.append(f"{mark}checks:")
            lines += [f"      - {flow(check)}" for check in value]
        else:
            lines.append(f"{mark}{name}: {flow(value)}")
    return lines


def _fields(record: Frozen, order: Sequence[str]) -> dict[str, Plain]:
    values = ((name, getattr(record, name)) for name in order)
    return {name: _plain(value) for name, value in values if value is not None and value != ()}


def _plain(value: Any) -> Plain:
    if isinstance(value, str):
        return str(value)
    if value is True or value is False:
        return value
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, PartialDate | date):
        return Bare(value)
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    fields = ((alias, getattr(value, name)) for name, alias in _aliases(type(value)))
    return {alias: _plain(item) for alias, item in fields if item is not None and item != () and item != {}}


@cache
def _aliases(model: type[Frozen]) -> tuple[tuple[str, str], ...]:
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())
