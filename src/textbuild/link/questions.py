"""What the questions of self-tests rest on: one whose basis is not current is shown, but not scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textbuild.link.resolve import ResolvedCitation
from textbuild.link.verdict import Status
from textbuild.model.quiz import Question


def basis_of(question: Question, citations: Iterable[ResolvedCitation]) -> Iterator[ResolvedCitation]:
    """Of a module's citations those in stem, reasons and explanation, but not those that only tell history."""
    for resolved in citations:
        if question.holds(resolved.citation.span) and not resolved.citation.historical:
            yield resolved


def not_current(question: Question, citations: Iterable[ResolvedCitation]) -> ResolvedCitation | None:
    """The first part of the basis that is not current on the day; None if the question counts."""
    for resolved in basis_of(question, citations):
        if resolved.verdict is None or resolved.verdict.status is not Status.CURRENT:
            return resolved
    return None
