"""The table of contents: parts and modules as the nav has them, and the sections of each module."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from textbuild.model.book import Book, NavPage, NavSection

_MOST_LINES = 60
"""What two pages hold; sections stand in two columns."""


def parts_of(book: Book) -> dict[str, tuple[str, ...]]:
    """Path of each module that opens a section of the nav → the titles of the sections it opens, outermost first."""
    opened: dict[str, tuple[str, ...]] = {}
    for titles, path in _walk(book.nav, ()):
        if titles:
            opened.setdefault(path, titles)
    return opened


def in_parts(book: Book) -> frozenset[str]:
    """Paths of the modules that stand in a section of the nav."""
    return frozenset(
        page.module for entry in book.nav if isinstance(entry, NavSection) for page in _pages(entry) if page.module
    )


def sections_to_list(titles: Sequence[Sequence[str]]) -> frozenset[str]:
    """The titles of sections that the contents list. `titles`: those of each module.

    Where every module has the same sections, `任务情境`, `自测`, they tell a reader nothing and none is listed; nor is
    any where they would fill more than two pages.
    """
    modules = Counter(title for own in titles for title in set(own))
    telling = frozenset(title for title, count in modules.items() if count == 1)
    lines = len(titles) + len(telling) / 2
    return telling if len(telling) >= len(modules) / 2 and lines <= _MOST_LINES else frozenset()


def _walk(entries: tuple[NavSection | NavPage, ...], pending: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """(titles that the page opens, its path) in reading order. `pending`: titles of sections still without a page."""
    for entry in entries:
        if isinstance(entry, NavSection):
            yield from _walk(entry.children, (*pending, entry.title))
            pending = () if any(True for _ in _pages(entry)) else pending
        elif entry.module is not None:
            yield pending, entry.module
            pending = ()


def _pages(section: NavSection) -> Iterator[NavPage]:
    for child in section.children:
        if isinstance(child, NavPage):
            yield child
        else:
            yield from _pages(child)
