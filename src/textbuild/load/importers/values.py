"""How sources write what a row holds: numbers, days, relations, labels."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Literal

from textbuild.diagnostics import Message, msg
from textbuild.load.importers.row import Reading, Rejected
from textbuild.model.dates import PartialDate
from textbuild.model.standard import Check, Replacement
from textbuild.model.standard_number import StandardNumber, parse

CHINA = timezone(timedelta(hours=8))
"""Chinese sites count their epoch milliseconds from midnight in China: read in UTC they are a day off."""
_DAY = re.compile(
    r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?(?:[T ].*)?|(\d{4})(\d{2})(\d{2})|(\d{4})年?", re.ASCII
)
_TAG = re.compile(r"<[^<>]{0,200}>")
_SPACES = re.compile(r"\s+")
_MAX_TEXT = 500


@lru_cache(maxsize=10_000)
def read_number(text: str) -> StandardNumber | None:
    """The number that a text consists of. Sources repeat numbers in relations, mostly near by."""
    return parse(text)


def number_of(text: object, line: int) -> StandardNumber | Rejected:
    """The dated number in a cell, or why the row has none."""
    written = plain(text)
    if written is None:
        return Rejected(line, msg("it has no number"))
    number = read_number(written)
    if number is None:
        return Rejected(line, msg("`{text}` is no standard number", text=written[:80]))
    if number.edition is None:
        return Rejected(line, msg("`{text}` has no year", text=written[:80]))
    return number


def plain(value: object) -> str | None:
    """Text without tags (`<sacinfo>`), doubled spaces or nothing at all. None for what is no text or too long."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    text = str(value)
    if len(text) > 2 * _MAX_TEXT:
        return None
    text = _SPACES.sub(" ", _TAG.sub("", text) if "<" in text else text).strip()
    if not text.isprintable():
        text = "".join(sign for sign in text if sign.isprintable())
    return text if text and len(text) <= _MAX_TEXT else None


def day_of(value: object) -> PartialDate | None:
    """A date as `2026-07-01`, `2026/7/1`, `2026年7月`, `20260701`; None for anything else."""
    if isinstance(value, datetime):
        return PartialDate.of(value.date())
    if isinstance(value, date):
        return PartialDate.of(value)
    text = plain(value)
    found = _DAY.fullmatch(text) if text else None
    if found is None:
        return None
    parts = [int(part) for part in found.groups() if part]
    try:
        return PartialDate.parse("-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])]))
    except ValueError:
        return None


def day_in_china(milliseconds: object) -> PartialDate | None:
    """The Chinese calendar day of a moment given in epoch milliseconds; a date in words is read as such."""
    if isinstance(milliseconds, str) and re.fullmatch(r"-?\d{9,14}", milliseconds, re.ASCII):
        milliseconds = int(milliseconds)
    if isinstance(milliseconds, bool) or not isinstance(milliseconds, int | float):
        return day_of(milliseconds)
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
        return PartialDate.of(moment.astimezone(CHINA).date())
    except (OverflowError, ValueError):
        return None


def out_of_order(published: PartialDate | None, effective: PartialDate | None) -> Message | None:
    """Why two days of one row can not both be right: some pages swap them."""
    if published is None or effective is None or not effective.latest < published.earliest:
        return None
    return msg(
        "it comes into force on {effective}, before it is published on {published}: the source may have swapped them",
        effective=effective,
        published=published,
    )


def relations_of(
    texts: Iterable[str], extent: Literal["full", "partial"] = "full"
) -> tuple[tuple[Replacement, ...], tuple[Message, ...]]:
    """Editions named by a relation. Drafts and undated numbers name no edition: they are remarked on and left out."""
    found: dict[str, Replacement] = {}
    remarks = []
    for text in texts:
        written = plain(text)
        if written is None:
            continue
        number = read_number(written)
        if number is None or number.edition is None:
            remarks.append(msg("its relation to `{text}` is left out: that is no edition", text=written[:80]))
        else:
            found[number.canonical] = Replacement(edition=number.canonical, extent=extent)
    return tuple(found.values()), tuple(remarks)


def several(value: object) -> list[str]:
    """The items of a cell that holds several, parted by `;`, `,` or `、` and their full-width forms."""
    text = plain(value)
    return [item.strip() for item in re.split(r"[;；,，、]", text) if item.strip()] if text else []


def reading_check(reading: Reading, **values: object) -> Check:
    """The reading of a row: it saw the number and every field that it gives a value for."""
    saw = ("number", *(name for name, value in values.items() if value))
    return Check(source=reading.source, kind=reading.kind, on=reading.on, saw=saw)
