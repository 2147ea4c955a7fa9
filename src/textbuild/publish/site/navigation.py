"""A book's nav in the form of MkDocs' configuration, and the titles that it gives to pages."""

from __future__ import annotations

from html import escape
from typing import Any

from textbuild.model.book import Book, NavPage, NavSection
from textbuild.publish.layout import within


def nav_of(book: Book, folder: str) -> list[Any]:
    """The nav with sources after `folder` (`""` or `"name/"`). Entries without a module are left out."""
    entries = [_entry(book, folder, entry) for entry in book.nav]
    if not book.nav:
        entries = [{escape(module.title): folder + within(book, module.path)} for module in book.modules]
    return [entry for entry in entries if entry]


def titles_of(book: Book) -> dict[str, str]:
    """Module path → the title that the nav gives it, else the module's own."""
    titles = {module.path: module.title for module in book.modules}
    return titles | {page.module: page.title for page in book.pages() if page.module and page.title}


def _entry(book: Book, folder: str, entry: NavSection | NavPage) -> dict[str, Any] | None:
    if isinstance(entry, NavPage):
        if entry.module is None:
            return None
        title = entry.title or next((m.title for m in book.modules if m.path == entry.module), entry.module)
        return {escape(title): folder + within(book, entry.module)}
    children = [child for child in (_entry(book, folder, each) for each in entry.children) if child]
    return {escape(entry.title): children} if children else None
