"""Which questions of a book go to other programs: all but those that can not be answered or are not scored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textbuild.link.library import LinkedBook
from textbuild.link.questions import not_current
from textbuild.model.book import Module
from textbuild.model.quiz import Question


@dataclass(frozen=True, slots=True)
class Selection:
    book: str
    """Id."""
    title: str
    questions: tuple[tuple[Module, Question], ...]
    left_out: tuple[tuple[Module, Question], ...]
    """Those whose basis is not current on the day."""

    def by_module(self) -> Iterator[tuple[Module, list[Question]]]:
        for module in dict.fromkeys(module.path for module, _ in self.questions):
            found = [(one, question) for one, question in self.questions if one.path == module]
            yield found[0][0], [question for _, question in found]


def selected(book: LinkedBook) -> Selection:
    asked = [
        (linked.module, question, not_current(question, linked.citations) is None)
        for linked in book.modules
        for question in linked.module.questions
        if _answerable(question)
    ]
    return Selection(
        book.book.id,
        book.book.title,
        tuple((module, question) for module, question, current in asked if current),
        tuple((module, question) for module, question, current in asked if not current),
    )


def _answerable(question: Question) -> bool:
    if question.kind in ("single", "multiple", "truth"):
        return any(one.right for one in question.choices)
    return question.kind is not None and all(all(one.accepted) for one in question.blanks)
