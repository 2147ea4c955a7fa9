"""Runs all rules over a linked library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textbuild.check.rules import BOOK_RULES, CITATION_RULES, LIBRARY_RULES, MODULE_RULES, REGISTRY_RULES
from textbuild.check.suppression import suppress
from textbuild.diagnostics import Diagnostic
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.model.book import Book, BookConfig
from textbuild.model.span import Sourced


def check_library(
    linked: LinkedLibrary, found: Sequence[Diagnostic] = (), registry: Sequence[Diagnostic] | None = None
) -> tuple[Diagnostic, ...]:
    """All findings, by path, line, column and code.

    `found` are those that loading made; `registry` those of `check_registry`, where they are known already.
    """
    of_registry = check_registry(linked) if registry is None else registry
    diagnostics = suppress([*found, *of_registry, *_books(linked), *_shared_glossary(linked)], linked.books)
    return tuple(sorted(dict.fromkeys(diagnostics), key=_place))


def check_registry(linked: LinkedLibrary) -> tuple[Diagnostic, ...]:
    """The findings in the records themselves, whatever books there are."""
    age = linked.library.config.value.max_check_age
    return tuple(one for rule in REGISTRY_RULES for one in rule.check(linked.registry, linked.day, age))


def _books(linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for book in linked.books:
        for module in book.modules:
            for module_rule in MODULE_RULES:
                yield from module_rule.check(module, book, linked)
        if book.definitions is not None:
            yield from _citations(book.definitions, book, linked)
        for book_rule in BOOK_RULES:
            yield from book_rule.check(book, linked)
    for library_rule in LIBRARY_RULES:
        yield from library_rule.check(linked)


def _shared_glossary(linked: LinkedLibrary) -> Iterator[Diagnostic]:
    """What the library's glossary cites is judged once; it concerns no book more than another."""
    if linked.definitions is not None:
        config = linked.library.config
        whole = LinkedBook(Book("", "books", Sourced(BookConfig(title=config.value.title), config.places), ()))
        yield from (replace(one, book=None) for one in _citations(linked.definitions, whole, linked))


def _citations(definitions: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for rule in CITATION_RULES:
        yield from rule.check(definitions, book, linked)


def _place(one: Diagnostic) -> tuple[str, int, int, str]:
    return one.span.path, one.span.line, one.span.column, one.rule.code
