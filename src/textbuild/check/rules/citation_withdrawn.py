"""A citation names an edition that was withdrawn.

What it finds: a dated citation of a withdrawn edition, or an undated one of a standard that has no other.

Why it matters: nobody may build, test or certify to a withdrawn standard any more, so nobody should learn it as valid.

What to do: cite the standard or rule that applies today. Where the text only tells history, write
`[GB 38031—2020]{.historical}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.cited import with_status
from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.verdict import Status
from textbuild.model.standard_number import printed

RULE = Rule("TB203", "citation-withdrawn", Severity.ERROR, msg("a citation of a withdrawn standard"))


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for resolved, verdict in with_status(module, book, Status.WITHDRAWN):
        edition = printed(verdict.edition)
        if verdict.since is None:
            message = msg("{edition} was withdrawn", edition=edition)
        else:
            message = msg("{edition} was withdrawn on {day}", edition=edition, day=verdict.since)
        if verdict.chain[1:]:
            help_ = msg("cite {newer} instead", newer=printed(verdict.chain[-1]))
        else:
            help_ = msg("cite what applies today; for mere history write `[{edition}]{{.historical}}`", edition=edition)
        yield Diagnostic(RULE, resolved.citation.span, message, help_, book=book.book.id)
