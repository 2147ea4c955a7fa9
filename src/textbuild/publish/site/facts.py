"""The facts that the templates show of a page's library and book."""

from __future__ import annotations

import json
from dataclasses import dataclass

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.publish.layout import LIBRARY_SEARCH, PORTAL, book_search, page_in_book, relative, within


@dataclass(frozen=True, slots=True)
class Reading:
    """What the scripts need to keep a reader's progress on the device."""

    book: str
    """The book's id, which is its folder in the site too."""
    root: str
    """Address of the site's first folder, seen from the page."""
    module: str | None
    """The module's title; None for a page that textbuild adds to the book."""
    modules: tuple[str, ...] = ()
    """On the book's first page: the pages of all modules that are taught, within the book."""
    hours: float = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What the templates show of a page's library and book. All plain text."""

    library: str
    publisher: str
    day: str
    portal: str | None
    """Address of the page that lists all books; None in a site of the whole library."""
    library_search: str
    """Address of the index of all books."""
    book_search: str | None = None
    book: str | None = None
    book_id: str | None = None
    version: str | None = None
    ai_label: str | None = None
    """The label for metadata (隐式标识) of GB 45438-2025, as JSON."""
    reading: Reading | None = None
    has_quiz: bool = False
    """Whether the page has a self-test, and so needs its script."""
    has_record: bool = False
    """Whether the book keeps a learning record."""


def facts_of(library: LinkedLibrary, linked: LinkedBook | None, page: str, portal: str | None) -> Facts:
    """`page`: its path in the site of all books; `portal`: see there."""
    config, day = library.library.config.value, library.day.isoformat()
    search = relative(LIBRARY_SEARCH, page)
    common = (config.title, config.publisher or config.title, day, portal, search)
    if linked is None:
        return Facts(*common)
    book, own = linked.book, linked.book.config.value
    label = {"AIGC": {"Label": "1", "ContentProducer": common[1], "ProduceID": f"{book.id}-{own.version}"}}
    ai_label = json.dumps(label, ensure_ascii=False, separators=(",", ":")) if own.generated else None
    search_in_book = relative(book_search(book.id), page)
    name = page.removeprefix(f"{book.id}/")
    quizzes = {page_in_book(within(book, one.module.path)) for one in linked.modules if one.module.questions}
    about = (book.title, book.id, own.version, ai_label)
    return Facts(*common, search_in_book, *about, _reading(linked, name), name in quizzes, linked.is_practised)


def _reading(linked: LinkedBook, page: str) -> Reading:
    book = linked.book
    pages = {page_in_book(within(book, one.module.path)): one.module for one in linked.modules}
    root = relative(PORTAL, f"{book.id}/{page}").removesuffix(PORTAL)
    module = pages[page].title if page in pages else None
    if page != PORTAL:
        return Reading(book.id, root, module)
    taught = {name: one.front.value.hours or 0 for name, one in pages.items() if one.kind == "module"}
    return Reading(book.id, root, module, tuple(taught), sum(taught.values()))
