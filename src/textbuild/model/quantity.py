"""A number with tolerance and unit, as the answer to a calculation is written: `134 ± 2 s`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

# At most so many digits that the reader's browser, which counts in doubles, holds the same number.
_NUMBER = r"[+-]?(?:\d{1,3}(?:[ ,\u2009\u202f]\d{3}){1,3}|\d{1,13})(?:\.\d{1,12})?(?:[eE][+-]?\d{1,2})?"
_UNIT = r"[^\d\s±|\[\].,+-][^±|\[\]\n]{0,30}"
_QUANTITY = re.compile(
    rf"(?P<value>{_NUMBER})\s*(?:±|\+/-|\+-)\s*(?P<tolerance>{_NUMBER})(?:(?P<percent>%)\s+)?\s*(?P<unit>{_UNIT})?"
)
_TOLERANCE = re.compile(r"±|\+/-|\+-")
_ASCII = str.maketrans("０１２３４５６７８９．，＋－−‐％ｅＥ", "0123456789.,+---%eE")
_GROUPS = re.compile(r"[ ,\u2009\u202f]")


@dataclass(frozen=True, slots=True)
class Quantity:
    value: Decimal
    tolerance: Decimal
    """In the unit of the value, not negative."""
    unit: str = ""

    def accepts(self, value: Decimal) -> bool:
        return abs(value - self.value) <= self.tolerance


def quantity(text: str) -> Quantity | None:
    """Reads `134 ± 2 s`, `0.45±0.01 MΩ`, `53 ± 1 %`, and `80 ± 5% V`: percent before a unit is a share of the value.

    Full-width signs and digits, thousands parted by a space or a comma, and `1.2e3` are understood. None for anything
    else, and for a tolerance below nothing.
    """
    found = _QUANTITY.fullmatch(text.strip().translate(_ASCII))
    if found is None:
        return None
    value, tolerance = _decimal(found["value"]), _decimal(found["tolerance"])
    unit = (found["unit"] or "").strip()
    if found["percent"]:
        tolerance = abs(value) * tolerance / 100
    return None if tolerance < 0 else Quantity(value, tolerance, unit)


def has_tolerance(text: str) -> bool:
    """Whether the text has a sign of a tolerance, so that it is meant to be a quantity."""
    return _TOLERANCE.search(text) is not None


def _decimal(text: str) -> Decimal:
    return Decimal(_GROUPS.sub("", text))
