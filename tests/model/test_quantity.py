"""Numbers with tolerance and unit, as teachers write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textbuild.model.quantity import Quantity, quantity

NUMBERS = st.decimals(min_value=-999999, max_value=999999, places=4, allow_nan=False)
UNITS = st.sampled_from(["", "s", "MΩ", "mm²", "N·m", "Pa/s", "%", "℃", "Ω/V"])


@pytest.mark.parametrize(
    ("text", "value", "tolerance", "unit"),
    [
        ("134 ± 2 s", "134", "2", "s"),
        ("0.45±0.01 MΩ", "0.45", "0.01", "MΩ"),
        ("12 000 ± 10 Pa", "12000", "10", "Pa"),
        ("１３４±２", "134", "2", ""),
        ("−3.5 +/- 0.1 mm²", "-3.5", "0.1", "mm²"),
        ("80 ± 5% V", "80", "4", "V"),
        ("53 ± 1 %", "53", "1", "%"),
        ("5±1%", "5", "1", "%"),
        ("50 ± 3 %RH", "50", "3", "%RH"),
        ("1.2e3 ± 5 W", "1200", "5", "W"),
    ],
)
def test_reads(text: str, value: str, tolerance: str, unit: str) -> None:
    assert quantity(text) == Quantity(Decimal(value), Decimal(tolerance), unit)


@pytest.mark.parametrize(
    "text", ["", "134", "134 s", "134 ± s", "约 134 ± 2 s", "5 ± -1", "2 ± 1 2", "± 2", "1 ± 2 ± 3", "1e999 ± 1"]
)
def test_is_no_quantity(text: str) -> None:
    assert quantity(text) is None


@given(NUMBERS, NUMBERS.map(abs), UNITS)
def test_what_is_written_is_read(value: Decimal, tolerance: Decimal, unit: str) -> None:
    assert quantity(f"{value} ± {tolerance} {unit}") == Quantity(value, tolerance, unit)


@given(NUMBERS, NUMBERS.map(abs))
def test_both_ends_of_the_tolerance_are_right_and_what_lies_beyond_is_not(value: Decimal, tolerance: Decimal) -> None:
    found = Quantity(value, tolerance)
    assert found.accepts(value - tolerance)
    assert found.accepts(value + tolerance)
    assert not found.accepts(value + tolerance + 1)
    assert not found.accepts(value - tolerance - 1)


@given(st.text(max_size=60))
def test_any_text_is_a_quantity_or_none(text: str) -> None:
    found = quantity(text)
    assert found is None or found.tolerance >= 0
