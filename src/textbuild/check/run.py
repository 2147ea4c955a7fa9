"""Runs all rules over a linked library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textbuild.check.rules import BOOK_RULES, LIBRARY_RULES, MODULE_RULES, REGISTRY_RULES
from textbuild.check.suppression import suppress
from textbuild.diagnostics import Diagnostic
from textbuild.link.library import LinkedLibrary


def check_library(
    linked: LinkedLibrary, found: Sequence[Diagnostic] = (), registry: Sequence[Diagnostic] | None = None
) -> tuple[Diagnostic, ...]:
    """All findings, by path, line, column and code.

    `found` are those that loading made; `registry` those of `check_registry`, where they are known already.
    """
    of_registry = check_registry(linked) if registry is None else registry
    diagnostics = suppress([*found, *of_registry, *_books(linked)], linked.books)
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
        for book_rule in BOOK_RULES:
            yield from book_rule.check(book, linked)
    for library_rule in LIBRARY_RULES:
        yield from library_rule.check(linked)


def _place(one: Diagnostic) -> tuple[str, int, int, str]:
    return one.span.path, one.span.line, one.span.column, one.rule.code
