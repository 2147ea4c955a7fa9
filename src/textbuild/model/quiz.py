"""A question of a self-test (自测) as its author wrote it: what is asked, the answers, and the reasons for them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from textbuild.model.quantity import Quantity
from textbuild.model.span import Span

QuestionKind = Literal["single", "multiple", "truth", "fill", "calculation", "order", "match"]

BLANK = "\ufffc"
"""Stands in `Question.stem` for each blank."""


@dataclass(frozen=True, slots=True)
class Choice:
    text: str
    right: bool
    reason: str
    """Shown to who chooses this answer; empty where there is none."""
    span: Span


@dataclass(frozen=True, slots=True)
class Blank:
    """`[[绝缘电阻|绝缘阻值]]`, or a quantity."""

    accepted: tuple[str, ...]
    """The texts that are right, the model answer first. A quantity's as written."""
    quantity: Quantity | None
    span: Span


@dataclass(frozen=True, slots=True)
class Step:
    """One of the things to put into order."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of a table to match: what stands on the left belongs to what stands on the right."""

    left: str
    right: str
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """Texts are plain; a formula stands in them as `\\(TeX\\)`."""

    number: int
    """Within the module, from 1."""
    anchor: str
    kind: QuestionKind | None
    """None where there are no answers to choose, fill in, order or match."""
    points: float
    stem: str
    choices: tuple[Choice, ...]
    blanks: tuple[Blank, ...]
    steps: tuple[Step, ...]
    """In the right order."""
    pairs: tuple[Pair, ...]
    explanation: str
    span: Span
    """The whole block."""
    mixed: Span | None = None
    """Where something stands that is of another kind than the answers."""
    unreadable: str | None = None
    """The attributes behind `quiz`, where they can not be read."""

    def holds(self, span: Span) -> bool:
        """Whether a mention in the module stands in this question."""
        return self.span.line <= span.line <= self.span.end_line

    def answers(self) -> Iterator[tuple[str, Span]]:
        """The texts that a reader tells apart, with their places: answers, steps, what stands on the left."""
        yield from ((one.text, one.span) for one in self.choices)
        yield from ((one.text, one.span) for one in self.steps)
        yield from ((one.left, one.span) for one in self.pairs)

    @property
    def digest(self) -> str:
        """Twelve digits that change when the question does: what a reader answered before is then void."""
        key = (
            self.kind,
            self.stem,
            [(one.text, one.right) for one in self.choices],
            [one.accepted for one in self.blanks],
            [one.text for one in self.steps],
            [(one.left, one.right) for one in self.pairs],
        )
        return hashlib.sha256(repr(key).encode("utf-8", "surrogatepass")).hexdigest()[:12]
