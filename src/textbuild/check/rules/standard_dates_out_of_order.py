"""The dates of an edition can not all be right.

What it finds: an edition that comes into force before it is published, is withdrawn before that, or replaces an
edition that was published after it.

Why it matters: from these dates textbuild tells which edition binds on a day; a slip of the pen in a year makes a
current standard look outdated, or an outdated one current.

What to do: look the dates up again in an official source and correct the record. A date of which the day is not known
is written as a month or a year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.registry import EditionEntry, Registry
from textbuild.model.dates import PartialDate
from textbuild.model.span import Span
from textbuild.model.standard_number import canonical, printed

RULE = Rule("TB101", "standard-dates-out-of-order", Severity.ERROR, msg("dates of a standard in an impossible order"))

_HELP = msg("look the dates up again in an official source and correct the record")


def check(registry: Registry, day: date, max_check_age: int) -> Iterator[Diagnostic]:
    for entry in registry.editions.values():
        yield from _own_dates(entry)
        yield from _after_what_it_replaces(registry, entry)


def _own_dates(entry: EditionEntry) -> Iterator[Diagnostic]:
    edition = entry.edition
    withdrawn = edition.withdrawn if isinstance(edition.withdrawn, PartialDate) else None
    if _before(edition.effective, edition.published):
        message = msg(
            "{edition} comes into force on {effective}, before it is published on {published}",
            edition=printed(edition.edition),
            effective=edition.effective,
            published=edition.published,
        )
        yield Diagnostic(RULE, entry.at("effective"), message, _HELP)
    for name, earlier in (("published", edition.published), ("effective", edition.effective)):
        if _before(withdrawn, earlier):
            message = msg(
                "{edition} is withdrawn on {withdrawn}, before its `{field}` day {day}",
                edition=printed(edition.edition),
                withdrawn=withdrawn,
                field=name,
                day=earlier,
            )
            yield Diagnostic(RULE, entry.at("withdrawn"), message, _HELP)
            return


def _after_what_it_replaces(registry: Registry, entry: EditionEntry) -> Iterator[Diagnostic]:
    newer = entry.edition
    for index, replacement in enumerate(newer.replacements):
        older = registry.editions.get(canonical(replacement.edition))
        if older is not None and _before(newer.published, older.edition.published):
            message = msg(
                "{newer}, published on {newer_day}, can not replace {older}, published on {older_day}",
                newer=printed(newer.edition),
                newer_day=newer.published,
                older=printed(older.edition.edition),
                older_day=older.edition.published,
            )
            yield Diagnostic(RULE, _place(entry, index), message, _HELP)


def _place(entry: EditionEntry, index: int) -> Span:
    return entry.at("replaces", index)


def _before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether `one` lies before `other` on any reading of dates that give only a month or a year."""
    return one is not None and other is not None and one.latest < other.earliest
