"""A question with the page that it is rendered for: its head, its stem, and its pieces of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from textbuild.markdown.quiz_parts import Item, Parts, Range
from textbuild.model.quiz import Question
from textbuild.render.inline import inline
from textbuild.render.page import Page
from textbuild.render.quiz_words import QuizWords

Blocks = Callable[[Sequence[Token], Page, int, int], str]
"""Renders the tokens from the first index up to the second, which is exclusive."""


@dataclass(frozen=True, slots=True)
class Asked:
    tokens: Sequence[Token]
    index: int
    """Of the token that opens the question."""
    page: Page
    blocks: Blocks

    @property
    def parts(self) -> Parts:
        found: Parts = self.tokens[self.index].meta["parts"]
        return found

    @property
    def question(self) -> Question:
        found: Question = self.tokens[self.index].meta["question"]
        return found

    @property
    def words(self) -> QuizWords:
        return self.page.words.question

    @property
    def name(self) -> str:
        """Its id."""
        return self.page.name(self.question.anchor)

    def head(self) -> str:
        """`自测 1`, the kind, and the points where they are not one."""
        question = self.question
        notes = [self.words.kinds[question.kind]] if question.kind else []
        notes += [self.words.points.format(n=f"{question.points:g}")] if question.points != 1 else []
        title = self.tokens[self.index].meta.get("title")
        named = f" {inline(title, self.page)}" if title else ""
        told = "".join(f' <span class="tb-quiz-kind">{note}</span>' for note in notes)
        return f"{self.page.words.quiz.format(n=question.number)}{named}{told}"

    def stem(self) -> str:
        return f'<div class="tb-stem">\n{"".join(map(self.range, self.parts.stem))}</div>\n'

    def text(self, item: Item) -> str:
        return inline(item.text, self.page)

    def reason(self, item: Item) -> str:
        return inline(item.reason, self.page) + self.range(item.more)

    def range(self, part: Range) -> str:
        return self.blocks(self.tokens, self.page, self.index + part[0], self.index + part[1])

    def lettered(self, letter: str) -> str:
        """The letter before an answer; 对 and 错 have none."""
        return "" if self.question.kind == "truth" else f'<span class="tb-letter">{letter}.</span> '
