"""A citation names an edition of which nobody knows whether it is in force.

What it finds: a citation of an edition without a source, with sources that are too old or contradict each other, or
without the day it came into force.

Why it matters: what is not known must not be taught as if it were. Such a citation is marked in the book.

What to do: look the edition up in an official source, and add to its record what you read there and where, under
`checks`.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.cited import with_status
from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.verdict import Status
from textbuild.model.standard_number import printed

RULE = Rule("TB205", "citation-unverified", Severity.WARNING, msg("a citation of an edition with unknown status"))


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for resolved, verdict in with_status(module, book, Status.UNVERIFIED):
        edition = printed(verdict.edition)
        message = msg("it is not known whether {edition} is in force", edition=edition)
        if verdict.notes:
            message = msg("it is not known whether {edition} is in force: {why}", edition=edition, why=verdict.notes[0])
        path = linked.registry.editions[verdict.edition].at().path
        help_ = msg("look it up in an official source and add what you read to `checks` in {path}", path=path)
        yield Diagnostic(RULE, resolved.citation.span, message, help_, book=book.book.id)
