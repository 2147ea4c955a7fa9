"""Which citations the citation rules judge, and how they name what was cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from textbuild.link.library import LinkedBook, LinkedModule
from textbuild.link.resolve import ResolvedCitation
from textbuild.link.verdict import Status, Verdict
from textbuild.model.span import Span
from textbuild.model.standard_number import printed


def mentioned(module: LinkedModule, book: LinkedBook) -> Iterator[ResolvedCitation]:
    """All that the module's front matter and text name; nothing in a book that is exempt from the citation rules."""
    if not book.book.exempt:
        yield from module.basis
        yield from module.citations


def judged(module: LinkedModule, book: LinkedBook) -> Iterator[ResolvedCitation]:
    """What the module teaches by: not what it mentions only to tell history."""
    return (one for one in mentioned(module, book) if not one.citation.historical)


def with_status(module: LinkedModule, book: LinkedBook, *wanted: Status) -> Iterator[tuple[ResolvedCitation, Verdict]]:
    """The judged citations whose verdict is one of those wanted, with that verdict."""
    for resolved in judged(module, book):
        verdict = resolved.verdict
        if verdict is not None and verdict.status in wanted:
            yield resolved, verdict


def written(span: Span, module: LinkedModule) -> str:
    """What stands in the module's file at a span within one line."""
    lines = _lines(module.module.text)
    return lines[span.line - 1][span.column - 1 : span.end_column - 1] if span.line <= len(lines) else ""


@lru_cache(maxsize=2)  # a module's citations are asked for one after another
def _lines(text: str) -> list[str]:
    return text.split("\n")


def listed(numbers: Iterable[str]) -> str:
    """Canonical numbers as books print them, one after another."""
    return ", ".join(printed(number) for number in numbers)
