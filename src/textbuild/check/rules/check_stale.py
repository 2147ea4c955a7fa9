"""An edition was last looked up too long ago.

What it finds: an edition that may still be in force and whose newest entry under `checks` is older than
`max_check_age` of `books/library.yml` (365 days where it says nothing). Editions that were replaced or withdrawn stay
so, and are not looked at.

Why it matters: standards are replaced every day. A status that nobody has looked up for a year proves nothing, and is
shown as unverified.

What to do: look the edition up in an official source, correct the record if need be, and add an entry under `checks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.registry import EditionEntry, Registry
from textbuild.link.verdict import Status, verdict
from textbuild.model.standard import Evidence
from textbuild.model.standard_number import printed

RULE = Rule("TB110", "check-stale", Severity.WARNING, msg("a standard that was not looked up for too long"))


def check(registry: Registry, day: date, max_check_age: int) -> Iterator[Diagnostic]:
    for number, entry in registry.editions.items():
        newest = _newest(entry)
        if newest is None or (day - newest).days <= max_check_age:
            continue
        if verdict(registry, number, day, max_check_age).status in (Status.SUPERSEDED, Status.WITHDRAWN):
            continue
        message = msg(
            "{edition} was last looked up on {newest}, {age} days ago; at most {allowed} are allowed",
            edition=printed(number),
            newest=newest,
            age=(day - newest).days,
            allowed=max_check_age,
        )
        help_ = msg("look it up in an official source and add an entry under `checks` with `on: {day}`", day=day)
        yield Diagnostic(RULE, entry.at("checks"), message, help_)


def _newest(entry: EditionEntry) -> date | None:
    """The day of the last reading of a source. What someone recalls is none."""
    return max((one.on for one in entry.edition.checks if one.kind is not Evidence.RECALLED), default=None)
