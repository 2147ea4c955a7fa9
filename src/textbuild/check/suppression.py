"""Takes out the findings that authors silence, and tells of suppressions that silence nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from textbuild.check.rules import ALL, suppression_unused
from textbuild.diagnostics import Diagnostic
from textbuild.link.library import LinkedBook
from textbuild.model.book import Suppression

_CODES = frozenset(rule.code for rule in ALL)


def suppress(found: Iterable[Diagnostic], books: Iterable[LinkedBook]) -> Iterator[Diagnostic]:
    """The findings that no suppression silences, then one for each code of a suppression that silenced nothing."""
    written = [(one, book.book.id) for book in books for module in book.modules for one in module.module.suppressions]
    silences: dict[tuple[str, int, str], list[Suppression]] = defaultdict(list)
    for one, _ in written:
        for place in _silenced(one):
            silences[place].append(one)
    used: set[tuple[Suppression, str]] = set()
    for diagnostic in found:
        code = diagnostic.rule.code
        silencing = silences.get((diagnostic.span.path, diagnostic.span.line, code), ())
        used.update((one, code) for one in silencing)
        if not silencing:
            yield diagnostic
    for one, book in written:
        for code in dict.fromkeys(one.codes):
            if (one, code) not in used:
                yield suppression_unused.diagnose(one, code, code in _CODES, book)


def _silenced(one: Suppression) -> Iterator[tuple[str, int, str]]:
    """The file, line and code of all that it silences: nothing, if it gives no reason."""
    if one.reason.strip():
        for line in range(one.lines[0], one.lines[1] + 1):
            for code in one.codes:
                yield one.span.path, line, code
