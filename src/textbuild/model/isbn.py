"""The check of an International Standard Book Number: 13 digits, of which the last is made of the others (ISO 2108)."""

from __future__ import annotations

import re
from enum import StrEnum

_WRITTEN = re.compile(r"(?:ISBN[:：\s]*)?([0-9Xx][0-9Xx\s‐‑–-]*)", re.IGNORECASE)
_LENGTH = 13


class Fault(StrEnum):
    """What is wrong with a number that is said to be an ISBN."""

    SIGNS = "signs"
    """Other signs than digits and hyphens."""
    LENGTH = "length"
    PREFIX = "prefix"
    """It does not begin with 978 or 979."""
    CHECK = "check"
    """Its last digit does not follow from the others: a digit is wrong or two are exchanged."""


def isbn_digits(written: str) -> str:
    """The digits alone: `ISBN 978-7-111-12345-X` → those between the hyphens."""
    return re.sub(r"[^0-9Xx]", "", re.sub(r"^\s*ISBN", "", written, flags=re.IGNORECASE)).upper()


def isbn_fault(written: str) -> Fault | None:
    """None for a whole ISBN, with or without hyphens and the word ISBN before it."""
    digits = isbn_digits(written)
    if _WRITTEN.fullmatch(written.strip()) is None:
        return Fault.SIGNS
    if len(digits) != _LENGTH:
        return Fault.LENGTH
    if not digits.isdecimal():
        return Fault.SIGNS
    if not digits.startswith(("978", "979")):
        return Fault.PREFIX
    return None if check_digit(digits[:-1]) == digits[-1] else Fault.CHECK


def check_digit(twelve: str) -> str:
    """The last digit of a number with these twelve before it: every second one counts three times."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return str(-total % 10)
