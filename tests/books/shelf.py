"""The modules of our own books as files, and the programs printed in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from textbuild import markdown
from textbuild.link.library import LinkedLibrary, LinkedModule, link_library
from textbuild.load.library import load_library

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 24)
"""The day for which the books are written."""
MANUAL = "handbook"
"""The manual is a book of this library, but no textbook."""
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Program:
    """A fence of a module. `language` is its first word, empty where the author gave none."""

    language: str
    text: str
    place: str
    """`path:line` of the fence."""


def textbooks() -> list[Path]:
    """The folders of all books but the manual."""
    return sorted(path.parent for path in ROOT.glob("books/*/book.yml") if path.parent.name != MANUAL)


def module_paths() -> list[str]:
    """Every Markdown file of a textbook, relative to the root."""
    return [path.relative_to(ROOT).as_posix() for book in textbooks() for path in sorted(book.rglob("*.md"))]


@cache
def shelf() -> LinkedLibrary:
    return link_library(load_library(ROOT)[0], DAY)


def modules() -> list[LinkedModule]:
    """The modules of all textbooks, without prefaces and appendices."""
    books = (book for book in shelf().books if book.book.id != MANUAL)
    return [one for book in books for one in book.modules if one.module.kind == "module"]


def programs(path: str) -> Iterator[Program]:
    document = markdown.parse((ROOT / path).read_text(encoding="utf-8"), path)
    for token in document.tokens:
        if token.type == "fence":
            language = token.info.split()[0].lower() if token.info.strip() else ""
            line = token.map[0] + 1 if token.map else 0
            yield Program(language, token.content, f"{path}:{line}")


def han(text: str) -> str:
    """The Chinese characters of a text, without all between them."""
    return "".join(_HAN.findall(text))
