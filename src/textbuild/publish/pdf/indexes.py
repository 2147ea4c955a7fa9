"""The indexes at the end of a printed book: of its words by pinyin, and of the standards that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from textbuild.publish.pdf.chapters import Chapter
from textbuild.publish.pdf.places import of_reference
from textbuild.publish.pinyin import pinyin_key
from textbuild.publish.volume.glossary import BoundTerm
from textbuild.publish.volume.references import Entry, ReferenceList

_MOST_LETTERS = 16
"""Chinese terms of definition lists that are longer are no terms."""
_TRANSLATED = re.compile(r"^(?P<words>[^（(]+)[（(](?P<english>[A-Za-z][^（）()]*)[）)]$")
_PART = re.compile(r"\d+|\D+")


@dataclass(slots=True)
class Line:
    """A word of the index. Its pages are those of these ids."""

    words: str
    english: str | None = None
    pinyin: str | None = None
    see: str | None = None
    """The word under which the pages stand; then it has none of its own."""
    main: list[str] = field(default_factory=list)
    """Where it is explained."""
    front: list[str] = field(default_factory=list)
    """In front matter, whose pages have Roman numbers."""
    pages: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CitedStandard:
    entry: Entry
    pages: tuple[str, ...]
    front: tuple[str, ...]


Glossary = Sequence[tuple[str, Sequence[BoundTerm]]]


def index_of_words(glossary: Glossary, chapters: Sequence[Chapter]) -> list[tuple[str, list[Line]]]:
    """Letter → its lines: what the glossary explains, what definition lists explain, and other words for it.

    A word's pages are those where modules first use it; the page that explains it comes with them. A definition list
    is read before the glossary, which stands at the end.
    """
    lines: dict[str, Line] = {}
    for one in (one for _, terms in glossary for one in terms):
        value = one.term.value
        line = lines[value.term] = Line(value.term, value.english, value.pinyin)
        for href, module in one.uses:
            (line.front if module.kind == "front" else line.pages).append(href.removeprefix("#"))
    _add_lists(lines, chapters)
    for one in (one for _, terms in glossary for one in terms):
        line = lines[one.term.value.term]
        line.main = line.main or [one.anchor]
        for other in one.term.value.also_called:
            lines.setdefault(other, Line(other, see=one.term.value.term))
    keyed = sorted((pinyin_key(line.words, line.pinyin), line.words) for line in lines.values())
    groups = groupby(keyed, key=lambda item: item[0][0])
    return [("其他" if first == "~" else first, [lines[words] for _, words in group]) for first, group in groups]


def index_of_standards(
    references: ReferenceList, chapters: Sequence[Chapter], glossary: Glossary
) -> tuple[CitedStandard, ...]:
    """The standards of the reference list by number, each with the places of all its citations."""
    explained = _in_glossary(glossary)
    found = []
    for entry in references.entries:
        front = of_reference((one.places for one in chapters if one.kind == "front"), entry.number)
        pages = of_reference((one.places for one in chapters if one.kind != "front"), entry.number)
        found.append(CitedStandard(entry, (*pages, *explained.get(entry.number, ())), tuple(front)))
    return tuple(sorted(found, key=lambda one: _natural(one.entry.key)))


def _add_lists(lines: dict[str, Line], chapters: Iterable[Chapter]) -> None:
    for chapter in chapters:
        for told, id_ in chapter.places.words:
            translated = _TRANSLATED.match(told)
            words = translated["words"].strip() if translated else told
            if not 1 < len(words) <= _MOST_LETTERS or words[-1] in "。；：，？！":
                continue
            line = lines.setdefault(words, Line(words, translated["english"] if translated else None))
            if chapter.kind == "front":
                line.front.append(id_)
            elif line.main:
                line.pages.append(id_)
            else:
                line.main.append(id_)


def _in_glossary(glossary: Glossary) -> dict[int, list[str]]:
    """Number in the reference list → the entries that name it."""
    places: dict[int, list[str]] = {}
    for one in (one for _, terms in glossary for one in terms):
        for piece in (*one.definition, *one.basis):
            if found := re.fullmatch(r"#ref-(\d+)", piece.href or ""):
                places.setdefault(int(found[1]), []).append(one.anchor)
    return places


def _natural(key: str) -> list[tuple[bool, int, str]]:
    """`GB/T 999` before `GB/T 1000`."""
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in _PART.findall(key)]
