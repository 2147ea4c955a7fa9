"""Proves from the finished file that nothing was lost: every heading, and the end of every module, is in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf


@dataclass(frozen=True, slots=True)
class Expected:
    """Something that must be in the file."""

    anchor: str
    """The id it has in the HTML, hence its named destination."""
    title: str | None
    """Its words in the outline; None for a place without."""
    name: str
    """What to call it if it is missing: path, line, words."""


def missing(path: Path, expected: Iterable[Expected]) -> tuple[str, ...]:
    """Names of what the PDF at `path` lacks. A heading is there if a page has its place and the outline its words."""
    with pikepdf.open(path) as pdf:
        pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        places = dict(_destinations(pdf, pages))
        titles: dict[int, list[str]] = defaultdict(list)
        with pdf.open_outline() as outline:
            for title, page in _titles(outline.root, pages):
                titles[page].append(title)
    return tuple(one.name for one in expected if not _is_there(one, places, titles))


def _is_there(one: Expected, places: dict[str, int], titles: dict[int, list[str]]) -> bool:
    page = places.get(one.anchor)
    if page is None:
        return False
    return one.title is None or _squeezed(one.title) in map(_squeezed, titles[page])


def _destinations(pdf: pikepdf.Pdf, pages: dict[tuple[int, int], int]) -> Iterator[tuple[str, int]]:
    if "/Names" not in pdf.Root or "/Dests" not in pdf.Root.Names:
        return
    for name, target in pikepdf.NameTree(pdf.Root.Names.Dests).items():
        found = target.get("/D") if isinstance(target, pikepdf.Dictionary) else target
        if isinstance(found, pikepdf.Array) and (page := pages.get(found[0].objgen)) is not None:
            yield str(name), page


def _titles(items: Iterable[pikepdf.OutlineItem], pages: dict[tuple[int, int], int]) -> Iterator[tuple[str, int]]:
    stack = list(items)
    while stack:
        item = stack.pop()
        stack.extend(item.children)
        target = item.destination
        if isinstance(target, pikepdf.Array) and (page := pages.get(target[0].objgen)) is not None:
            yield item.title, page


def _squeezed(text: str) -> str:
    return "".join(text.split())
