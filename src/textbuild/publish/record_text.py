"""A standard's record as the YAML that textbuild writes: one line a reading, in the order of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from textbuild.load.plain_form import BARE
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
    "settled",
    "checks",
)
_BARE = re.compile(BARE)
_WORDS = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])


class Bare(str):
    """Text that YAML takes as it is: a date."""


def render(standard: Standard) -> str:
    """The whole file. Reading it gives the standard again."""
    lines = [f"{name}: {flow(value)}" for name, value in _values(standard, _ORDER) if name != "editions"]
    lines.append("editions:")
    for edition in standard.editions:
        mark = "  - "
        for name, value in _values(edition, _EDITION_ORDER):
            if name == "checks":
                lines.append(f"{mark}checks:")
                lines += [f"      - {flow(check)}" for check in value]
            else:
                lines.append(f"{mark}{name}: {flow(value)}")
            mark = "    "
    return "\n".join(lines) + "\n"


def plain(standard: Standard) -> dict[str, Plain]:
    """The record as text, lists and mappings, in the order of writing, without what is empty."""
    fields = {name: _plain(value) for name, value in _values(standard, _ORDER)}
    editions = ({name: _plain(value) for name, value in _values(one, _EDITION_ORDER)} for one in standard.editions)
    return {**fields, "editions": list(editions)}


def flow(value: Any) -> str:
    """A value of a record, or a plain one, within one line."""
    if isinstance(value, str):
        return str(value) if isinstance(value, Bare) else _scalar(value)
    if isinstance(value, tuple | list):
        return "[" + ", ".join([flow(item) for item in value]) + "]"
    if isinstance(value, PartialDate | date):
        return str(value)
    if isinstance(value, Frozen):
        return "{" + ", ".join([f"{name}: {flow(item)}" for name, item in _filled(value)]) + "}"
    if isinstance(value, Mapping):
        return "{" + ", ".join([f"{flow(name)}: {flow(item)}" for name, item in value.items()]) + "}"
    return "true" if value is True else "false"


@lru_cache(maxsize=1 << 14)
def _scalar(text: str) -> str:
    """Records repeat their sources, labels and names of fields."""
    return text if is_bare(text) else json.dumps(text, ensure_ascii=False)


def is_bare(text: str) -> bool:
    """Whether text needs no quotes, even within brackets."""
    return bool(_BARE.fullmatch(text)) and text.lower() not in _WORDS


def _values(record: Frozen, order: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for name in order:
        value = getattr(record, name)
        if value is not None and value != ():
            yield name, value


def _plain(value: Any) -> Plain:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, PartialDate | date):
        return Bare(value)
    if isinstance(value, Frozen):
        return {name: _plain(item) for name, item in _filled(value)}
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    return bool(value)


def _filled(record: Frozen) -> Iterator[tuple[str, Any]]:
    for name, alias in _aliases(type(record)):
        value = getattr(record, name)
        if value is not None and value != () and value != {}:
            yield alias, value


@cache
def _aliases(model: type[Frozen]) -> tuple[tuple[str, str], ...]:
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())
