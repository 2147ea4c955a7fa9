"""A question of a self-test, in its place; and its answer, for media that print the answers at the end of the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from textbuild.render.page import Page
from textbuild.render.quiz_asked import Asked, Blocks
from textbuild.render.quiz_form import form
from textbuild.render.quiz_key import key
from textbuild.render.quiz_paper import answer_anchor, on_paper


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """The answer to one question, for the end of the book."""

    number: int
    question: str
    """Id of the question on its page."""
    anchor: str
    """Id that the answer is to have."""
    html: str


def quiz(tokens: Sequence[Token], index: int, page: Page, blocks: Blocks) -> str:
    """The question; on the site a form with its answer, folded."""
    asked = Asked(tokens, index, page, blocks)
    return form(asked) if page.medium == "site" else on_paper(asked)


def answer_key(tokens: Sequence[Token], index: int, page: Page, blocks: Blocks) -> AnswerKey:
    """The answer with its reasons, where it stands apart from the question that opens at `index`."""
    asked = Asked(tokens, index, page, blocks)
    return AnswerKey(asked.question.number, asked.name, answer_anchor(asked), key(asked))
