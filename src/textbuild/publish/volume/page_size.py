"""The sizes of the printed page: margins, and a type area of whole characters and whole lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from textbuild.model.book import BookConfig, Trim

CHARACTER_PT = 10.5
"""Body of the text, 五号."""
LINE_PT = 18.375
"""From one line to the next: 1.75 of the body."""
MM_A_POINT = 25.4 / 72
PUNCHED_MM = 25
"""What holes and clip of a binder take at the spine: ISO 838 holes end 15 mm from the edge, those of 9 holes sooner."""
_WIDE, _HIGH = 0.785, 0.83
"""Largest part of the page that the type area may take."""
_INNER, _TOP = 0.543, 0.522
"""Part of what is left that lies towards the spine and above."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page, all lengths in mm. The margins towards the spine and the edge change sides from page to page."""

    width: float
    height: float
    to_a_sheet: int
    """开数: into how many leaves the paper maker's sheet is folded."""
    least_inner: float = 0
    """Margin that the holes of a binder or a clip take."""

    @property
    def characters(self) -> int:
        """In a line of the text."""
        room = min(self.width * _WIDE, self.width - self.least_inner - self.width * (1 - _WIDE) * (1 - _INNER))
        return int(room / MM_A_POINT / CHARACTER_PT)

    @property
    def lines(self) -> int:
        return int(self.height * _HIGH / MM_A_POINT / LINE_PT)

    @property
    def type_width(self) -> float:
        return self.characters * CHARACTER_PT * MM_A_POINT

    @property
    def type_height(self) -> float:
        return self.lines * LINE_PT * MM_A_POINT

    @property
    def inner(self) -> float:
        return max(self.least_inner, round((self.width - self.type_width) * _INNER, 2))

    @property
    def outer(self) -> float:
        return self.width - self.type_width - self.inner

    @property
    def top(self) -> float:
        return round((self.height - self.type_height) * _TOP, 2)

    @property
    def bottom(self) -> float:
        return self.height - self.type_height - self.top

    @property
    def printed(self) -> str:
        return f"{self.width:g} mm × {self.height:g} mm　1/{self.to_a_sheet}"


PAGE_SIZES: Mapping[Trim, PageSize] = {
    "185x260": PageSize(185, 260, 16),
    "210x285": PageSize(210, 285, 16),
    "210x297": PageSize(210, 297, 16),
}


def page_size_of(config: BookConfig) -> PageSize:
    """The size that `publication.trim` names, 16 开 where it names none; loose leaves keep free what is punched."""
    size = PAGE_SIZES[config.publication.trim if config.publication else "185x260"]
    return replace(size, least_inner=PUNCHED_MM) if config.form == "loose-leaf" else size
