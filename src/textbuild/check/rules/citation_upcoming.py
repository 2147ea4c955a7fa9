"""A citation names an edition that is not yet in force.

What it finds: a citation of an edition that comes into force after the day of the check, or that is only announced.

Why it matters: until that day the old edition binds. A textbook for next year may well teach the new one, but it has
to say so.

What to do: cite the edition in force, or say in the text from which day the new one binds and silence the finding with
that as the reason: `<!-- textbuild: ignore[TB204] in force when the course begins -->`.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.cited import with_status
from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.registry import Registry
from textbuild.link.verdict import Status, Verdict, begins
from textbuild.model.standard_number import printed

RULE = Rule("TB204", "citation-upcoming", Severity.WARNING, msg("a citation of an edition that is not yet in force"))


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for resolved, verdict in with_status(module, book, Status.UPCOMING, Status.ANNOUNCED):
        message = _message(verdict, linked.registry)
        help_ = msg("cite the edition in force, or tell the reader from when this one binds")
        yield Diagnostic(RULE, resolved.citation.span, message, help_, book=book.book.id)


def _message(verdict: Verdict, registry: Registry) -> Message:
    edition = printed(verdict.edition)
    start = begins(registry.editions[verdict.edition])
    if verdict.status is Status.ANNOUNCED:
        return msg("{edition} is announced, not yet published", edition=edition)
    return msg("{edition} comes into force on {day}", edition=edition, day=start)
