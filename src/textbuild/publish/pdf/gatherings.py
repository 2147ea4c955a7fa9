"""A book's HTML cut into gatherings, each a document that is laid out by itself, and the skeleton of their pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textbuild.publish.pdf.page_lists import listed

_MARK = re.compile(r"<!-- gathering( recto)?( listing)? -->")
"""Stands in the templates before each part of the book that begins on a page of its own.

`recto`: on a right-hand one; `listing`: it prints the page numbers of others.
"""

_SECTION = re.compile(r"<section\b[^>]*>")
_TITLE = re.compile(r'<h1 class="chapter-title[^>]*>')
_ID = re.compile(r'\bid="([^"]+)"')
_HREF = re.compile(r'\b(?:href|data-of)="#([^"]+)"')
_CLASS = re.compile(r'class="([\w-]+)')


@dataclass(frozen=True, slots=True)
class Gathering:
    name: str
    """The id of its title, else its class: the same from build to build."""
    title: str
    """The id of its title; empty where it has none."""
    html: str
    """A whole document: the book's head and this one part."""
    outside: frozenset[str]
    """Ids of other gatherings that this one's links lead to."""
    listing: bool
    """Whether it prints the page numbers of others: it is laid out when those are."""
    recto: bool
    """Whether it opens on a right-hand page."""


def gatherings_of(html: str) -> tuple[Gathering, ...]:
    """The gatherings in the order of the pages. HTML without a mark is one gathering."""
    head, parts, tail = _cut(html)
    marks = [(bool(found[1]), bool(found[2])) for found in _MARK.finditer(html)] or [(True, False)]
    ids = [frozenset(_ID.findall(part)) for part in parts]
    every = frozenset[str]().union(*ids)
    names: dict[str, int] = {}
    found = []
    for part, own, (recto, listing) in zip(parts, ids, marks, strict=True):
        name = _name(part)
        names[name] = names.get(name, 0) + 1
        outside = (every - own) & (frozenset(_HREF.findall(part)) | listed(part))
        unique = f"{name}.{names[name]}" if names[name] > 1 else name
        found.append(Gathering(unique, _title_id(part), head + part + tail, outside, listing, recto))
    return tuple(found)


def skeleton_of(html: str, pages: Sequence[int], fonts: str, last: str = "") -> str:
    """A document with as many pages for each gathering as `pages` says and nothing on them but heads and feet.

    Where a gathering must open on a right-hand page, the blank page before it comes by itself. `fonts` is put on a
    page after all others: one sign of every font that the book uses; `last`, a page of its own, before it.
    """
    head, parts, tail = _cut(html)
    bones = []
    for part, count in zip(parts, pages, strict=True):
        title = _TITLE.search(part)
        leaves = '<i class="leaf"></i>' * (count - 1)
        bones.append(f"{_opening(part)}{title[0] + '</h1>' if title else ''}<i></i>{leaves}</section>")
    return f'{head}{"".join(bones)}{last}<div class="leaf specimen">{fonts}</div>{tail}'


def only(html: str, chosen: Collection[int]) -> str:
    """The document with no gatherings but those with these indices."""
    marks = [found[0] for found in _MARK.finditer(html)]
    head, parts, tail = _cut(html)
    kept = (mark + part for i, (mark, part) in enumerate(zip(marks, parts, strict=True)) if i in chosen)
    return head + "".join(kept) + tail


def first_pages(gatherings: Sequence[Gathering], pages: Sequence[int]) -> list[int]:
    """The page of the book, counted from 0, on which each gathering of so many `pages` begins."""
    found, page = [], 0
    for one, count in zip(gatherings, pages, strict=True):
        page += one.recto and page % 2
        found.append(page)
        page += count
    return found


def _cut(html: str) -> tuple[str, list[str], str]:
    """What stands before the parts, the parts, what stands after them."""
    marks = list(_MARK.finditer(html))
    if not marks:
        start, end = html.find("<section"), html.rfind("</section>") + len("</section>")
        return html[:start], [html[start:end]], html[end:]
    end = html.rfind("</section>") + len("</section>")
    ends = [*(mark.start() for mark in marks[1:]), end]
    parts = [html[mark.end() : stop] for mark, stop in zip(marks, ends, strict=True)]
    return html[: marks[0].start()], parts, html[end:]


def _opening(part: str) -> str:
    found = _SECTION.search(part)
    return found[0] if found else "<section>"


def _title_id(part: str) -> str:
    title = _TITLE.search(part)
    found = title and _ID.search(title[0])
    return found[1] if found else ""


def _name(part: str) -> str:
    kind = _CLASS.search(_opening(part))
    return re.sub(r"[^\w-]", "_", _title_id(part) or (kind[1] if kind else "part"))
