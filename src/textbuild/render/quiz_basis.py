"""Whether the standards that a question rests on are in force: one whose basis is not is shown, but not scored."""

from __future__ import annotations

from datetime import date
from html import escape

from textbuild.link.questions import basis_of, not_current
from textbuild.model.quiz import Question
from textbuild.model.standard_number import printed
from textbuild.render.citation import explain
from textbuild.render.page import Page


def unscored(question: Question, page: Page) -> str:
    """A note if part of the basis is not current on the day; empty if the question counts."""
    resolved = not_current(question, page.citations.values())
    if resolved is None:
        return ""
    number = printed(resolved.edition) if resolved.edition else resolved.citation.number.printed
    told = explain(resolved.verdict, page.words)
    words = page.words.question.unscored.format(edition=number, verdict=told)
    return f'<p class="tb-unscored" role="note">{escape(words, quote=False)}</p>\n'


def ending(question: Question, page: Page) -> date | None:
    """The day on which the first standard of the basis is known to be in force no longer."""
    ends = (
        one.ending.day
        for resolved in basis_of(question, page.citations.values())
        for one in resolved.verdicts
        if one.ending
    )
    return min(ends, default=None)
