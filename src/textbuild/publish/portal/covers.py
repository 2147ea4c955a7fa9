"""Covers drawn for books that have no picture of their own: colour by sector, pattern by the major's code."""

from __future__ import annotations

import hashlib
import math
import re
from dataclasses import dataclass
from itertools import pairwise

# Dark enough that white text on them reads at 4.5:1.
_COLOURS = ("#0b5394", "#7a3e00", "#0f5f4a", "#5b2c83", "#8a1c3c", "#374151", "#155e75", "#4d5a12")
_LINE = 8
_PIECE = re.compile(r"[A-Za-z0-9.+#-]+\s*|.")


@dataclass(frozen=True, slots=True)
class Cover:
    """Drawn on 240 × 312 units. `shapes`: x, y, radius and strength of circles along a way, `way` joins them."""

    colour: str
    lines: tuple[str, ...]
    shapes: tuple[tuple[int, int, int, float], ...]
    way: str


def cover(title: str, code: str, sector_index: int) -> Cover:
    """The same values give the same cover."""
    seed = hashlib.sha256(f"{code}{title}".encode()).digest()
    points = [(24 + 48 * i, 190 + seed[i] % 90) for i in range(5)]
    shapes = tuple((x, y, 6 + seed[8 + i] % 18, 0.25 + (seed[16 + i] % 40) / 100) for i, (x, y) in enumerate(points))
    way = f"M{points[0][0]} {points[0][1]}" + "".join(
        f" C{(a + c) // 2} {b} {(a + c) // 2} {d} {c} {d}" for (a, b), (c, d) in pairwise(points)
    )
    return Cover(_COLOURS[sector_index % len(_COLOURS)], _wrap(title), shapes, way)


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
