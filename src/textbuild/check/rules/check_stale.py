"""An edition that a book cites was last looked up too long ago.

What it finds: an edition that a book is written to, that may still be in force, and whose newest entry under `checks`
is older than `max_check_age` of `books/library.yml` (365 days where it says nothing). Editions that were replaced or
withdrawn stay so, and are not looked at; those that no book cites are listed by `textbuild standards stale`.

Why it matters: standards are replaced every day. A status that nobody has looked up for a year proves nothing, and is
shown as unverified.

What to do: look the edition up in an official source, correct the record if need be, and add an entry under `checks`.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.cited import judged
from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.evidence import last_read
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.verdict import Status
from textbuild.model.standard_number import printed

RULE = Rule("TB110", "check-stale", Severity.WARNING, msg("a standard that was not looked up for too long"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    cited = (verdict for module in book.modules for one in judged(module, book) for verdict in one.verdicts)
    allowed = linked.library.config.value.max_check_age
    for number in dict.fromkeys(
        one.edition for one in cited if one.status not in (Status.SUPERSEDED, Status.WITHDRAWN)
    ):
        entry = linked.registry.editions[number]
        newest = last_read(entry.edition)
        if newest is None or (linked.day - newest).days <= allowed:
            continue
        message = msg(
            "{edition} was last looked up on {newest}, {age} days ago; at most {allowed} are allowed",
            edition=printed(number),
            newest=newest,
            age=(linked.day - newest).days,
            allowed=allowed,
        )
        help_ = msg("look it up in an official source and add an entry under `checks` with `on: {day}`", day=linked.day)
        yield Diagnostic(RULE, entry.at("checks"), message, help_)
