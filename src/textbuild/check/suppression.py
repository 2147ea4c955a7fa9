"""Takes out the findings that authors silence, and tells of suppressions that silence nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from textbuild.check.rules import ALL, suppression_unused
from textbuild.diagnostics import Diagnostic
from textbuild.link.library import LinkedBook
from textbuild.model.book import Suppression

_CODES = frozenset(rule.code for rule in ALL)


def suppress(found: Iterable[Diagnostic], books: Iterable[LinkedBook]) -> Iterator[Diagnostic]:
    """The findings that no suppression silences, then one for each code of a suppression that silenced nothing."""
    written = [(one, book.book.id) for book in books for module in book.modules for one in module.module.suppressions]
    by_path: dict[str, list[Suppression]] = defaultdict(list)
    for one, _ in written:
        by_path[one.span.path].append(one)
    used: set[tuple[Suppression, str]] = set()
    for diagnostic in found:
        silencing = _silencing(diagnostic, by_path)
        used |= {(one, diagnostic.rule.code) for one in silencing}
        if not silencing:
            yield diagnostic
    for one, book in written:
        for code in dict.fromkeys(one.codes):
            if (one, code) not in used:
                yield suppression_unused.diagnose(one, code, code in _CODES, book)


def _silencing(diagnostic: Diagnostic, by_path: Mapping[str, list[Suppression]]) -> list[Suppression]:
    span = diagnostic.span
    return [
        one
        for one in by_path.get(span.path, ())
        if diagnostic.rule.code in one.codes and one.reason.strip() and one.lines[0] <= span.line <= one.lines[1]
    ]
