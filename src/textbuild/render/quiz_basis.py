"""Whether the standards that a question rests on are in force: one whose basis is not is shown, but not scored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from textbuild.link.resolve import ResolvedCitation
from textbuild.link.verdict import Status
from textbuild.model.quiz import Question
from textbuild.model.standard_number import printed
from textbuild.render.citation import explain
from textbuild.render.page import Page
from textbuild.render.quiz_words import quiz_words


def basis_of(question: Question, page: Page) -> Iterator[ResolvedCitation]:
    """The standards that stem, reasons and explanation name, but not those that only tell history."""
    for span, resolved in page.citations.items():
        if question.holds(span) and not resolved.citation.historical:
            yield resolved


def unscored(question: Question, page: Page) -> str:
    """A note if part of the basis is not current on the day; empty if the question counts."""
    for resolved in basis_of(question, page):
        verdict = resolved.verdict
        if verdict is None or verdict.status is not Status.CURRENT:
            number = printed(resolved.edition) if resolved.edition else resolved.citation.number.printed
            told = explain(verdict, page.words)
            words = quiz_words(page.words.language).unscored.format(edition=number, verdict=told)
            return f'<p class="tb-unscored" role="note">{escape(words, quote=False)}</p>\n'
    return ""


def ending(question: Question, page: Page) -> date | None:
    """The day on which the first standard of the basis is known to be in force no longer."""
    ends = (one.ending.day for resolved in basis_of(question, page) for one in resolved.verdicts if one.ending)
    return min(ends, default=None)
