"""Where things are, seen from one page of a book's site: the addresses that the renderer asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from textbuild.link.glossary import LinkedTerm
from textbuild.link.resolve import ResolvedCitation, ResolvedReference
from textbuild.model.book import Book
from textbuild.model.standard_number import canonical
from textbuild.publish.layout import asset, edition_anchor, module_page, record_page, relative, standard_page


def module_pages(books: Iterable[Book]) -> dict[str, str]:
    """Module path → its page, for every book of the library."""
    return {module.path: module_page(book, module.path) for book in books for module in book.modules}


class PageAddresses:
    """Addresses from the page `page`, given as in `layout`. `pages` is what `module_pages` gives.

    `glossary` is the page of the book's glossary, None where it has none.
    """

    medium: Literal["site"] = "site"
    answers = ""

    def __init__(
        self, page: str, pages: Mapping[str, str], books: tuple[Book, ...], glossary: str | None = None
    ) -> None:
        self._page, self._pages, self._books, self._glossary = page, pages, books, glossary

    def standard(self, resolved: ResolvedCitation) -> str | None:
        """The standard's page, at the edition meant. Of several parts, the first."""
        if not resolved.standards:
            return None
        number = canonical(resolved.standards[0].value.number)
        anchor = edition_anchor(resolved.edition) if resolved.edition else None
        return relative(standard_page(number), self._page, anchor)

    def module(self, path: str, anchor: str | None) -> str:
        target = self._pages.get(path, self._page)
        href = relative(target, self._page, anchor)
        return f"#{href.partition('#')[2]}" if target == self._page and anchor else href

    def asset(self, path: str) -> str:
        """A file that lies beside the books; one of no book is not published, and its address leads nowhere."""
        target = asset(self._books, path)
        return relative(target, self._page) if target else ""

    def term(self, term: LinkedTerm) -> str | None:
        return relative(self._glossary, self._page, term.anchor) if self._glossary else None

    def online(self, path: str, anchor: str) -> None:
        """The page is there already."""

    def record(self, resolved: ResolvedReference) -> str | None:
        if resolved.record is None:
            return None
        anchor = resolved.part.id if resolved.part else None
        return relative(record_page(resolved.record.value.id), self._page, anchor)
