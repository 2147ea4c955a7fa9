"""The articles of a linked library: each module rendered for the page it stands on."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.markdown import Document
from textbuild.publish.glossary import entries_of, words_of_term
from textbuild.publish.layout import glossary_page, module_page
from textbuild.publish.portal.glossary import glossary_list
from textbuild.publish.site.addresses import PageAddresses, module_pages
from textbuild.publish.site.page import Article
from textbuild.render import Numbering, TextSection, number_book, render

# A book is read twice, for its numbers and for its pages; a library of a thousand modules must not stay in memory.
_DOCUMENTS_KEPT = 128


class Articles:
    """Renders modules on demand. `documents` gives a module's parsed text by its path."""

    def __init__(self, linked: LinkedLibrary, documents: Callable[[str], Document]) -> None:
        self.linked = linked
        self._documents = lru_cache(_DOCUMENTS_KEPT)(documents)
        self._books = tuple(book.book for book in linked.books)
        self._pages = module_pages(self._books)
        self._numbering: dict[str, Numbering] = {}

    def addresses(self, page: str, glossary: str | None = None) -> PageAddresses:
        return PageAddresses(page, self._pages, self._books, glossary)

    def glossary_page(self, book: LinkedBook) -> str | None:
        """Where the book's glossary is to be; None where it has no terms, or a module of its own stands there."""
        page = glossary_page(book.book.id)
        taken = any(self._pages[module.path] == page for module in book.book.modules)
        return page if book.glossary.terms and not taken else None

    def glossary(self, book: LinkedBook) -> Article:
        html, letters = glossary_list(self.linked, book, glossary_page(book.book.id), self._documents)
        terms = (entry.term for entry in entries_of(book, self._documents))
        sections = (TextSection(term.anchor, term.value.term, words_of_term(term)) for term in terms)
        return Article(html, letters, (TextSection("", "", ""), *sections))

    def article(self, book: LinkedBook, module: LinkedModule) -> Article:
        """Pure but for `documents`: the same module gives the same article."""
        path = module.module.path
        if book.book.id not in self._numbering:
            self._numbering[book.book.id] = number_book(book, self._documents)
        config = book.book.config.value
        fragment = render(
            self._documents(path),
            module,
            self.addresses(module_page(book.book, path), self.glossary_page(book)),
            self._numbering[book.book.id],
            day=self.linked.day,
            generated=config.generated,
            language=config.language,
            glossary=book.glossary,
            workshops=book.workshops,
        )
        return Article(fragment.html, fragment.headings, fragment.sections)
