"""The sections of a book's nav as the parts of a bound volume."""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.model.book import Book, NavPage, NavSection


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
