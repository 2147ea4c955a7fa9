"""Lines of text in fewer bytes: each gap of a line is written as one number.

WeasyPrint writes the space after a sign in pieces, with nothing between them, which makes justified Chinese a third
longer, `<36fd>-13<>-14.571428571428571<3962>`, and breaks strings for gaps of nothing: `<0001>0<0018>`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import pydyf  # type: ignore[import-untyped]  # it has no types

_LEADING = re.compile(rb"(?<=[>\[])<>")
_GAP = re.compile(rb"(?<=[>\[])-?[0-9.]+(?:<>-?[0-9.]+)*(?=[<\]])")
_DIGITS = 1
"""After the point, of a thousandth of the font's size: a fiftieth of a point at the end of a line."""


def write_gaps_short(pdf: pydyf.PDF) -> None:
    """Has every line of text in the file draw the same with fewer bytes. To be called before the file is written."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            item.stream = [_short(part) if _is_text(part) else part for part in item.stream]


def _short(line: bytes) -> bytes:
    gaps = _GAP.sub(lambda found: _number(found[0]), _LEADING.sub(b"", line))
    return gaps.replace(b"><", b"")


def _is_text(part: Any) -> bool:
    return isinstance(part, bytes) and part.endswith(b"TJ")


@lru_cache(maxsize=10_000)
def _number(pieces: bytes) -> bytes:
    """The gap as one number; nothing for none."""
    whole = f"{sum(map(float, pieces.split(b'<>'))):.{_DIGITS}f}"
    return whole.removesuffix(".0").encode() if float(whole) else b""
