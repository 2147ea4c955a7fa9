"""Text for a spreadsheet's cell that no program may take for a formula."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def without_control(text: str) -> str:
    """Without the characters that a workbook can not hold."""
    return _CONTROL.sub("", text)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would calculate it."""
    return text.startswith(_FORMULA)


def plain(text: str) -> str:
    """For formats that can not say that a cell is text: an apostrophe before what would be a formula."""
    text = without_control(text)
    return f"'{text}" if is_formula(text) else text
