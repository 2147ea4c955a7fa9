"""Numbers of chapters, figures, tables and equations, counted once for a whole book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from markdown_it.token import Token

from textbuild.link.library import LinkedBook
from textbuild.markdown import Document
from textbuild.model.book import Module

Kind = Literal["figure", "table", "equation", "quiz"]


@dataclass(frozen=True, slots=True)
class Number:
    """`1-2` of a figure, table or equation; `2` of a question, counted within its module."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Numbering:
    """All numbers of one book."""

    chapters: Mapping[str, str]
    """Module path → `1`, `2`, … of modules and `A`, `B`, … of appendices; front matter has none."""
    numbers: Mapping[str, Mapping[int, Number]]
    """Module path → index of the token that opens a numbered thing → its number."""
    labels: Mapping[tuple[str, str], Number]
    """(module path, id) → number."""


def number_book(book: LinkedBook, documents: Callable[[str], Document]) -> Numbering:
    """Numbers a book. `documents` gives a module's parsed text by its path.

    Figures with a caption or an id, tables with a caption, and equations with an id have a number.
    """
    chapters = _chapters([module.module for module in book.modules])
    counters: dict[tuple[str, Kind], int] = defaultdict(int)
    numbers: dict[str, Mapping[int, Number]] = {}
    labels: dict[tuple[str, str], Number] = {}
    for module in book.modules:
        path = module.module.path
        chapter = chapters.get(path, "")
        own: dict[int, Number] = {}
        for index, token in enumerate(documents(path).tokens):
            if token.type == "quiz_open":
                question = token.meta["question"]
                labels.setdefault((path, question.anchor), Number("quiz", str(question.number)))
            kind, anchor = _numbered(token)
            if kind is None:
                continue
            counters[chapter, kind] += 1
            count = counters[chapter, kind]
            own[index] = Number(kind, f"{chapter}-{count}" if chapter else str(count))
            if anchor:
                labels.setdefault((path, anchor), own[index])
        numbers[path] = own
    return Numbering(chapters, numbers, labels)


def _chapters(modules: list[Module]) -> dict[str, str]:
    taught = [module.path for module in modules if module.kind == "module"]
    appendices = [module.path for module in modules if module.kind == "appendix"]
    return {path: str(n) for n, path in enumerate(taught, 1)} | {path: letters(n) for n, path in enumerate(appendices)}


def letters(n: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    text = ""
    n += 1
    while n:
        n, letter = divmod(n - 1, 26)
        text = chr(ord("A") + letter) + text
    return text


def _numbered(token: Token) -> tuple[Kind | None, str | None]:
    if token.type == "figure":
        anchor = token.meta.get("id")
        return ("figure", anchor) if token.meta.get("caption") or anchor else (None, None)
    if token.type == "table_open":
        anchor = token.attrs.get("id")
        return ("table", str(anchor) if anchor else None) if token.meta.get("caption") else (None, None)
    if token.type == "equation":
        anchor = token.meta.get("id")
        return ("equation", anchor) if anchor else (None, None)
    return None, None
