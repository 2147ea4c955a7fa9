"""Covers drawn for books: colour and motif by sector, varied by the major's code and the book's title."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from textbuild.model.book import Book
from textbuild.model.library import LibraryConfig
from textbuild.publish.portal.motifs import MOTIFS, Dice, Stroke, pages

# Dark enough that white text on them reads at 4.5:1, in pairs: the cover and the lighter shape on it.
COLOURS = (
    ("#0b4f8a", "#1668ad"),
    ("#7a3b00", "#985012"),
    ("#0d5a6e", "#147289"),
    ("#54307f", "#6c4499"),
    ("#2f5d1e", "#437730"),
    ("#8a1c3c", "#a83553"),
    ("#374151", "#4b5768"),
)
_LINE = 8
_PIECE = re.compile(r"[A-Za-z0-9.+#-]+\s*|.")


@dataclass(frozen=True, slots=True)
class Cover:
    """Drawn on 240 × 312 units: a ground, a lighter shape on it, the motif, and the title's lines above."""

    colour: str
    light: str
    shape: str
    lines: tuple[str, ...]
    drawing: tuple[Stroke, ...]


def book_cover(book: Book, library: LibraryConfig) -> Cover:
    """The same on the portal and on the book itself. Sector and code are those of the book's major."""
    config = book.config.value
    major = next((one for one in library.majors if one.book == book.id or one.code == config.major), None)
    sector = major.sector if major else config.sector
    index = next((i for i, one in enumerate(library.sectors) if one.id == sector), -1)
    return cover(book.title, major.code if major else config.major or book.title, sector, index)


def cover(title: str, code: str, sector: str | None, sector_index: int) -> Cover:
    """The same values give the same cover. `sector` is the sector's id; None for a book of no sector, with index -1."""
    dice = Dice(f"{code}\0{title}")
    colour, light = COLOURS[sector_index % len(COLOURS)]
    left, right, middle = dice.between(120, 170), dice.between(110, 160), dice.between(90, 190)
    shape = f"M0 {left:.1f}Q120 {middle:.1f} 240 {right:.1f}V312H0Z"
    drawing = tuple(MOTIFS.get(sector or "", pages)(dice))
    return Cover(colour, light, shape, _wrap(title), drawing)


def _wrap(title: str) -> tuple[str, ...]:
    """Lines of at most eight Chinese characters, as even as can be, three at most. Latin words are not split."""
    count = min(3, math.ceil(_width(title) / _LINE)) or 1
    size = math.ceil(_width(title) / count)
    lines = [""]
    for piece in _PIECE.findall(title):
        if lines[-1] and _width(lines[-1] + piece.rstrip()) > size and len(lines) < count:
            lines.append("")
        lines[-1] += piece
    return tuple(line if _width(line) <= _LINE + 2 else line[: _LINE + 1] + "…" for line in map(str.strip, lines))


def _width(text: str) -> float:
    """In Chinese characters; Latin ones are half as wide."""
    return sum(0.5 if character.isascii() else 1 for character in text)
