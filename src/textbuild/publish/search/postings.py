"""Which sections hold a key, as a short text.

Section numbers stand as gaps (a section less the one before it, less one), a gap as digits: any number of lower-case
letters in base 26, then one of 62 other characters. None of them needs an escape in a script, and none is a blank,
comma, colon or semicolon, which divide what stands around them.
"""

from __future__ import annotations

from collections.abc import Iterable

_LAST = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&'()*+-./=>?@[]^_`{|}~"
_HIGHER = "abcdefghijklmnopqrstuvwxyz"


def number(value: int) -> str:
    """One number from 0 on."""
    value, last = divmod(value, len(_LAST))
    digits = _LAST[last]
    while value:
        value, digit = divmod(value - 1, len(_HIGHER))
        digits = _HIGHER[digit] + digits
    return digits


_NUMBERS = tuple(number(value) for value in range(2048))


def numbers(values: Iterable[int]) -> str:
    """Numbers one after another; each ends by itself."""
    return "".join(_NUMBERS[value] if value < 2048 else number(value) for value in values)


def postings(sections: Iterable[int], headings: Iterable[int]) -> str:
    """The sections that hold a key, and behind a comma those that hold it in their heading. Both ascending."""
    in_headings = _gaps(headings)
    return f"{_gaps(sections)},{in_headings}" if in_headings else _gaps(sections)


def _gaps(sections: Iterable[int]) -> str:
    before = -1
    gaps = []
    for section in sections:
        gaps.append(section - before - 1)
        before = section
    return numbers(gaps)
