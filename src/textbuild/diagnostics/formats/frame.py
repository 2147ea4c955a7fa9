"""The line that a finding stands in and the marks below it, both in columns of a terminal."""

from __future__ import annotations

import unicodedata

from textbuild.model.span import Span

_WIDTH = 100
_BEFORE = 40
"""Columns shown before the marked text when a line is too long to show whole."""
_PLAIN = {"\t": "    ", "\n": " "}


def frame(source: str, span: Span) -> tuple[str, str] | None:
    """The source line at the start of `span`, cut to a terminal's width, and the line of marks under it.

    None if the file has no such line. Full-width characters count two columns, so that the marks stand right under
    Chinese text.
    """
    lines = source.split("\n")
    if not 1 <= span.line <= len(lines):
        return None
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(start, min(end, len(line)))
    before, marked, after = (visible(part) for part in (line[:start], line[start:end], line[end:]))
    before, after = _clip(before, marked, after)
    marked = _head(marked, _WIDTH)
    return before + marked + after, " " * width(before) + "^" * max(1, width(marked))


def visible(text: str) -> str:
    """`text` on one line, tabs as spaces, without characters that could steer a terminal or reorder a line."""
    return "".join(_PLAIN.get(c) or ("\ufffd" if _steers(c) else c) for c in text if c != "\r")


def width(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    return sum(_columns(c) for c in text)


def _clip(before: str, marked: str, after: str) -> tuple[str, str]:
    """Cuts what stands before and after so that the whole fits; `…` shows where."""
    if width(before) + width(marked) + width(after) <= _WIDTH:
        return before, after
    if width(before) > _BEFORE:
        before = "…" + _head(before[::-1], _BEFORE)[::-1]
    room = max(0, _WIDTH - width(before) - width(marked))
    if width(after) > room:
        after = _head(after, room) + "…"
    return before, after


def _head(text: str, columns: int) -> str:
    taken = 0
    for index, c in enumerate(text):
        taken += _columns(c)
        if taken > columns:
            return text[:index]
    return text


def _columns(c: str) -> int:
    if unicodedata.category(c) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


def _steers(c: str) -> bool:
    """Control characters, and the marks that change the direction of writing."""
    reorders = c in "\u061c\u200e\u200f" or "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069"
    return reorders or unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")
