"""The bar code of an ISBN: EAN-13 with its addition of two or five digits, as an SVG drawing in its true size."""

from __future__ import annotations

from collections.abc import Iterator

from barcode import EAN13
from barcode.charsets import ean

from textbuild.model.isbn import isbn_digits

MODULE_MM = 0.33
"""Width of the narrowest bar, as ISO/IEC 15420 has it at 100 %."""
_HIGH, _LONGER = 22.85, 1.65
"""Height of the bars, and how much longer the guards are, in mm."""
_LEFT, _RIGHT, _GAP, _AFTER = 11, 7, 9, 5
"""White before the code, after it, before the addition, after that: in modules."""
_GUARDS = frozenset((*range(3), *range(45, 50), *range(92, 95)))
_PARITY_2 = ("AA", "AB", "BA", "BB")
_PARITY_5 = ("BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA", "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB")


def bar_code(isbn: str, addition: str | None = None) -> str:
    """The drawing. `isbn` must be a whole one; `addition`: two or five digits."""
    digits = isbn_digits(isbn)
    modules = EAN13(digits[:-1]).build()[0]
    wide = _LEFT + len(modules) + (_GAP + len(_addition(addition)) + _AFTER if addition else _RIGHT)
    high = _HIGH + _LONGER + 1.6
    parts = [*_bars(modules, _LEFT, 0, _GUARDS), *_figures(digits)]
    if addition:
        start = _LEFT + len(modules) + _GAP
        parts += [*_bars(_addition(addition), start, 4, frozenset()), _text(start, 3.2, addition, spread=9)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide * MODULE_MM:.2f}mm" height="{high:.2f}mm" '
        f'viewBox="0 0 {wide * MODULE_MM:.3f} {high:.3f}"><g fill="#000">{"".join(parts)}</g></svg>'
    )


def _addition(digits: str) -> str:
    """The modules of an addition (ISO/IEC 15420, 5.3): a guard, then the digits with a separator between two."""
    if len(digits) == 2:
        parity = _PARITY_2[int(digits) % 4]
    else:
        parity = _PARITY_5[sum(int(digit) * (9 if place % 2 else 3) for place, digit in enumerate(digits)) % 10]
    coded = (ean.CODES[kind][int(digit)] for kind, digit in zip(parity, digits, strict=True))
    return "1011" + "01".join(coded)


def _bars(modules: str, start: int, top: float, longer: frozenset[int]) -> Iterator[str]:
    """One rectangle for each dark run, the guards longer than the others."""
    place = 0
    while place < len(modules):
        end = place + 1
        while end < len(modules) and modules[end] == modules[place]:
            end += 1
        if modules[place] == "1":
            high = _HIGH - top + (_LONGER if place in longer else 0)
            left, wide = (start + place) * MODULE_MM, (end - place) * MODULE_MM
            yield f'<rect x="{left:.3f}" y="{top}" width="{wide:.3f}" height="{high:.2f}"/>'
        place = end


def _figures(digits: str) -> Iterator[str]:
    base = _HIGH + 3.1
    yield _text(2, base, digits[0], spread=7)
    yield _text(_LEFT + 3, base, digits[1:7], spread=7)
    yield _text(_LEFT + 50, base, digits[7:], spread=7)


def _text(start: int, base: float, digits: str, spread: int) -> str:
    """Each digit in the middle of its own modules."""
    return "".join(
        f'<text x="{(start + (place + 0.5) * spread) * MODULE_MM:.3f}" y="{base:.2f}" font-size="3.1" '
        f'font-family="TB Sans" text-anchor="middle">{digit}</text>'
        for place, digit in enumerate(digits)
    )
