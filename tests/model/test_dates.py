"""Dates as precise as their source."""

from datetime import date

import pytest

from textbuild.model.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2026-07-01", date(2026, 7, 1), date(2026, 7, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_date_keeps_its_precision(text: str, earliest: date, latest: date) -> None:
    parsed = PartialDate.parse(text)
    assert (str(parsed), parsed.earliest, parsed.latest) == (text, earliest, latest)


@pytest.mark.parametrize("text", ["2026-7-1", "2026-13", "2026-02-30", "26-01-01", "tomorrow", "", "２０２６"])
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day"):
        PartialDate.parse(text)
