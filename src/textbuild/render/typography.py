"""What print asks of running text: numbers stay with their units, blanks to fill in stay whole, small signs are set."""

from __future__ import annotations

import re
from html import escape

_NO_BREAK = "\u00a0"
_UNIT = r"(?:[%‰℃℉Ω°′″]|[A-Za-zµμΩ°][A-Za-zµμΩ0-9/·²³]{0,6}(?![A-Za-z]))"
_NUMBER_AND_UNIT = re.compile(rf"(?<=[0-9]) (?={_UNIT})")
_UNIT_AFTER_FORMULA = re.compile(rf"^ (?={_UNIT})")

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+−=()ni")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₙ", "0123456789+−=()aeoxn")
# Fonts for Chinese have ¹²³ and no more of them.
_RAISED_RUN = re.compile(r"[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ]*[⁰⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ][⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ]*")
_BLANK = re.compile(r"_{3,}")
_LOWERED_RUN = re.compile(r"[₀-₉₊₋₌₍₎ₐₑₒₓₙ]+")


def for_print(text: str, after_formula: bool = False) -> str:
    """Escaped HTML of a piece of running text."""
    text = with_units(text)
    if after_formula:
        text = _UNIT_AFTER_FORMULA.sub(_NO_BREAK, text)
    html = escape(text, quote=False)
    html = _RAISED_RUN.sub(lambda run: f"<sup>{run[0].translate(_RAISED)}</sup>", html)
    html = _BLANK.sub(lambda run: f'<span class="tb-blank">{run[0]}</span>', html)
    return _LOWERED_RUN.sub(lambda run: f"<sub>{run[0].translate(_LOWERED)}</sub>", html)


def with_units(text: str) -> str:
    """Text whose numbers stay on one line with their units."""
    return _NUMBER_AND_UNIT.sub(_NO_BREAK, text)


def unbroken(text: str) -> str:
    """A number of a standard, which is not split at its spaces."""
    return text.replace(" ", _NO_BREAK)
