"""Reads a program of a milling or turning machine by words (ISO 6983-1) and tells what would go wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"\([^()]*\)|;.*$")
_WORD = re.compile(r"([A-Z])\s*([+-]?(?:\d+\.?\d*|\.\d+)|#\d+|\[[^\[\]]*\])")
_MACRO = re.compile(r"^(N\d+\s*)?(#\d+\s*=|IF\b|WHILE\b|END\s*\d|GOTO\b)")
_FEEDS = (1.0, 2.0, 3.0)
"""Straight line and arcs at feed rate."""
_ENDS = (2.0, 30.0, 99.0)


def faults(program: str) -> Iterator[str]:
    """Words that are none, cuts without feed or spindle, a cutter compensation left on, no end of program."""
    feed = spindle = compensated = ended = False
    for number, line in enumerate(program.splitlines(), start=1):
        block = _COMMENT.sub("", line.upper()).strip().lstrip("/")
        if not block or block == "%" or _MACRO.match(block):
            continue
        if left := _WORD.sub("", block).strip():
            yield f"{number}: no words: {left}"
        words = _WORD.findall(block)
        codes = {letter: [_value(text) for name, text in words if name == letter] for letter, _ in words}
        feed = feed or "F" in codes
        spindle = (spindle or bool({3.0, 4.0} & set(codes.get("M", [])))) and 5.0 not in codes.get("M", [])
        for code in codes.get("G", []):
            compensated = code in (41.0, 42.0) or (compensated and code != 40.0)
            if code in _FEEDS and not (feed and spindle):
                yield f"{number}: a cut without {'spindle' if feed else 'feed'}"
        ended = ended or any(code in _ENDS for code in codes.get("M", []))
    if compensated:
        yield "cutter compensation is on at the end (G40)"
    if not ended:
        yield "no end of program (M30)"


def _value(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:  # a variable of a macro
        return None
