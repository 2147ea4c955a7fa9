"""Which page of the finished book bears which number, and with which words it begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from textbuild.publish.pdf.faults import lines_of
from textbuild.publish.pdf.page_lists import roman
from textbuild.publish.volume.print_pages import PrintPage

_LINES = 8
_NOTE = "\u2060"
"""Before what only print shows: numbers of references and notes."""


class Part(Protocol):
    """A gathering laid out."""

    @property
    def anchors(self) -> Any: ...

    @property
    def openings(self) -> Sequence[Sequence[str]]: ...


def opening(page: Any) -> list[str]:
    """The words of a page's first lines, WeasyPrint's, without spaces and without what only print shows."""
    told = ("".join(line.text.partition(_NOTE)[0].split()) for line in lines_of(page))
    return [words for words in told if len(words) > 2][:_LINES]


def printed_pages(
    names: Sequence[str], laid: Sequence[Part], firsts: Sequence[int], front: str, body: str
) -> Iterator[PrintPage]:
    """The numbered pages, in order. `firsts`: the page on which each part begins; `names`: what they are called.

    `front` and `body` are ids in the parts with which Roman and Arabic numbers begin.
    """
    start: int | None = None
    latin = False
    for name, one, first in zip(names, laid, firsts, strict=True):
        if front in one.anchors or body in one.anchors:
            start, latin = first, front in one.anchors
        for at, words in enumerate(one.openings if start is not None else ()):
            number = first + at - (start or 0) + 1
            yield PrintPage(roman(number) if latin else str(number), name, tuple(words))
