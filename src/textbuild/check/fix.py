"""Puts the replacements that rules propose into a file's text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from textbuild.diagnostics import Diagnostic, Fix
from textbuild.model.span import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BOM = "\ufeff"


def fixed_text(text: str, diagnostics: Iterable[Diagnostic]) -> str:
    """The `text` of one file with the fixes of its diagnostics made; all else, line ends and BOM too, stays as it is.

    Of two fixes that touch the same characters only the first is made, the longer one if they begin together: running
    again makes the other, if it still applies.
    """
    starts = [match.start() for match in _LINE.finditer(text)]
    marked = 1 if text.startswith(_BOM) else 0  # spans do not count it
    done = 0
    pieces: list[str] = []
    for span, fix in _in_order(diagnostics):
        start, end = (
            _offset(starts, line, column, marked)
            for line, column in ((span.line, span.column), (span.end_line, span.end_column))
        )
        if done <= start <= end <= len(text):
            pieces += [text[done:start], fix.replacement]
            done = end
    return "".join([*pieces, text[done:]])


def _in_order(diagnostics: Iterable[Diagnostic]) -> list[tuple[Span, Fix]]:
    """The fixes from the start of the file to its end; at one place the longer first, of TB208 before TB207, which only
    mends the number; then by rule code, so that TB202 comes before TB207."""
    fixable = [(one.span, one.rule.code, one.fix) for one in diagnostics if one.fix is not None]
    return [(span, fix) for span, _, fix in sorted(fixable, key=_place)]


def _place(item: tuple[Span, str, Fix]) -> tuple[int, int, int, int, str]:
    span, code, _ = item
    return span.line, span.column, -span.end_line, -span.end_column, code


def _offset(starts: list[int], line: int, column: int, marked: int) -> int:
    """Characters before a place; past the end of the text for a line that it does not have."""
    if not 1 <= line <= len(starts):
        return starts[-1] + 1_000_000_000
    return starts[line - 1] + column - 1 + (marked if line == 1 else 0)
