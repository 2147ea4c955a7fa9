"""What the modules of a benchmark are made of: sentences and blocks of a real book that stand on their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_BOUND = re.compile(r"\[@|\[\^|\.md\)|\{\.historical\}|<|\]\(")
"""Marks that lead to other places of the book, which a block alone does not have."""
_IDS = re.compile(r"[ \t]*\{#[^}\n]*\}")
_FIGURE = re.compile(r'^!\[(?P<alt>[^\]\n]*)\]\((?P<file>images/[^ )]+) "(?P<caption>[^"\n]*)"\)$')
_SENTENCE = re.compile(r"[^。！？\n]{12,}[。！？]")
_MARKED = re.compile(r"[*`$|_\[\]!#]")
_SHORTEST_PARAGRAPH = 30


@dataclass(frozen=True, slots=True)
class Figure:
    """An image of the book; `file` is relative to the book's folder."""

    file: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Material:
    """All in the order of the book, each text once. Equations and tables are without number, caption and id."""

    sentences: tuple[str, ...]
    paragraphs: tuple[str, ...]
    lists: tuple[str, ...]
    tables: tuple[str, ...]
    equations: tuple[str, ...]
    admonitions: tuple[str, ...]
    figures: tuple[Figure, ...]


def gather(texts: Iterable[str], usable: Callable[[str], bool]) -> Material:
    """What can be used of the modules' `texts`; `usable` tells whether a block may stand in the library."""
    found: dict[str, dict[str, None]] = {}
    figures: dict[Figure, None] = {}
    for text in texts:
        for block in blocks(text):
            plain = _IDS.sub("", block)
            if figure := _FIGURE.match(plain):
                figures[Figure(figure["file"], figure["alt"], figure["caption"])] = None
            elif not _BOUND.search(plain) and usable(plain):
                found.setdefault(_kind(plain), {})[plain] = None
    kinds = {kind: tuple(found.get(kind, ())) for kind in ("paragraph", "list", "table", "equation", "admonition")}
    return Material(
        tuple(dict.fromkeys(sentence for text in kinds["paragraph"] for sentence in _sentences(text))),
        kinds["paragraph"],
        kinds["list"],
        kinds["table"],
        kinds["equation"],
        kinds["admonition"],
        tuple(figures),
    )


def book_texts(folder: Path) -> list[str]:
    """The modules of the book in `folder`, in the order of their names."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))]


def blocks(text: str) -> Iterator[str]:
    """The blocks of a Markdown text. What is indented, or stands within a fence, belongs to the block before it."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        begins = bool(line.strip()) and not line[0].isspace() and not fence
        if begins and lines and not lines[-1].strip():
            yield "\n".join(lines).strip("\n")
            lines = []
        lines.append(line)
        mark = next((mark for mark in ("```", "~~~", "$$") if line.lstrip().startswith(mark)), "")
        if mark and fence in ("", mark) and not (mark == "$$" and line.count("$$") == 2):
            fence = "" if fence else mark
    yield "\n".join(lines).strip("\n")


def _kind(block: str) -> str:
    first = block[:1]
    if first == "|":
        return "table"
    if block.startswith("$$"):
        return "equation"
    if block.startswith(("!!!", "???")):
        return "admonition"
    if re.match(r"(?:- |1\. )", block):
        return "list"
    prose = first.isalpha() and "\n" not in block and not re.match(r"(?:表|Table)[：:]", block)
    return "paragraph" if prose and len(block) >= _SHORTEST_PARAGRAPH else "other"


def _sentences(paragraph: str) -> Iterator[str]:
    """The sentences without any mark of Markdown in them: they can be put together at will."""
    for sentence in _SENTENCE.findall(paragraph):
        if not _MARKED.search(sentence) and sentence.count("“") == sentence.count("”"):
            yield sentence.strip()
