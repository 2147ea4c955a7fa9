from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textbuild.model.isbn import Fault, check_digit, isbn_digits, isbn_fault

NUMBERS = st.tuples(st.sampled_from(("978", "979")), st.text("0123456789", min_size=9, max_size=9)).map("".join)


@given(NUMBERS)
def test_a_number_with_its_check_digit_is_whole(twelve: str) -> None:
    assert isbn_fault(twelve + check_digit(twelve)) is None


@given(NUMBERS, st.integers(3, 12), st.integers(1, 9))
def test_one_wrong_digit_is_found(twelve: str, place: int, more: int) -> None:
    digits = [*(twelve + check_digit(twelve))]
    digits[place] = str((int(digits[place]) + more) % 10)
    assert isbn_fault("".join(digits)) is Fault.CHECK


@pytest.mark.parametrize(
    "written", ["9787111213826", "978-7-111-21382-6", "ISBN 978-7-111-21382-6", "ISBN：9787111213826"]
)
def test_every_way_of_writing_is_read(written: str) -> None:
    assert isbn_fault(written) is None
    assert isbn_digits(written) == "9787111213826"


@pytest.mark.parametrize(
    ("written", "fault"),
    [("7-111-21382-X", Fault.LENGTH), ("977-7-111-21382-6", Fault.PREFIX), ("待定", Fault.SIGNS), ("", Fault.SIGNS),
     ("978-7-111-21382-X", Fault.SIGNS), ("978711121382６", Fault.SIGNS)],
)  # fmt: skip
def test_a_number_that_is_none(written: str, fault: Fault) -> None:
    assert isbn_fault(written) is fault
