"""Lines of text in fewer bytes: each gap of a line is written as one number.

WeasyPrint writes the space after a sign in pieces, with nothing between them, which makes justified Chinese a third
longer: `<36fd>-13<>-14.571428571428571<3962>`; and it breaks a string for gaps of nothing: `<0001>0<0018>`.
"""

from __future__ import annotations

import re
from typing import Any

import pydyf  # type: ignore[import-untyped]  # it has no types

_PIECES = re.compile(rb"(-?[0-9.]+)<>(-?[0-9.]+)(?=[<\]])")
_NOTHING = re.compile(rb">-?0(?:\.0)?<")
_DIGITS = 2
"""After the point, of a thousandth of the font's size: finer than any printer."""


def write_gaps_short(pdf: pydyf.PDF) -> None:
    """Has every line of text in the file draw the same with fewer bytes. To be called before the file is written."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            item.stream = [_short(part) if _is_text(part) else part for part in item.stream]


def _short(line: bytes) -> bytes:
    return _NOTHING.sub(b"", _PIECES.sub(_summed, line))


def _is_text(part: Any) -> bool:
    return isinstance(part, bytes) and part.endswith(b"TJ")


def _summed(found: re.Match[bytes]) -> bytes:
    return f"{float(found[1]) + float(found[2]):.{_DIGITS}f}".rstrip("0").rstrip(".").encode()
