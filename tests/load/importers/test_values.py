from datetime import date, datetime

import pytest

from textbuild.load.importers.row import Rejected
from textbuild.load.importers.values import day_in_china, day_of, number_of, out_of_order, plain, relations_of


def day(text: str) -> object:
    found = day_of(text)
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-07-01", "2026-07-01"),
        ("2026/7/1", "2026-07-01"),
        ("2026年7月1日", "2026-07-01"),
        ("2026年7月", "2026-07"),
        ("20260701", "2026-07-01"),
        ("2026-07-01 00:00:00", "2026-07-01"),
        ("2026", "2026"),
        ("2026-02-30", None),
        ("1086-09-01x", None),
        ("即将发布", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_write_it(written: str, read: str | None) -> None:
    assert day(written) == read


def test_a_spreadsheets_own_dates_are_read() -> None:
    assert str(day_of(datetime(2026, 7, 1))) == "2026-07-01"
    assert str(day_of(date(2026, 7, 1))) == "2026-07-01"


def test_epoch_milliseconds_are_a_day_in_china() -> None:
    midnight_in_china = 1711900800000  # 2024-03-31T16:00Z
    assert str(day_in_china(midnight_in_china)) == "2024-04-01"
    assert str(day_in_china(str(midnight_in_china))) == "2024-04-01"


@pytest.mark.parametrize("moment", [10**30, -(10**30), float("nan"), float("inf"), True, None, [], "gestern"])
def test_a_moment_that_is_none_gives_no_day(moment: object) -> None:
    assert day_in_china(moment) is None


def test_an_issue_day_after_the_implementation_day_is_found() -> None:
    swapped = out_of_order(day_of("2022-11-01"), day_of("2022-04-15"))
    assert swapped is not None
    assert dict(swapped.values) == {"effective": "2022-04-15", "published": "2022-11-01"}


def test_in_force_on_the_day_of_issue_is_in_order() -> None:
    assert out_of_order(day_of("2024-09-29"), day_of("2024-09-29")) is None


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("GB∕T 24675.4—2021", "GB/T 24675.4-2021"),
        ("HB 5647-98", "HB 5647-1998"),
        ("GBT20157-2006", "GB/T 20157-2006"),
        ("GB 15629.11-2003-XG1-2006", "GB 15629.11-2003/XG1-2006"),
    ],
)
def test_a_number_is_read_as_pages_write_it(written: str, canonical: str) -> None:
    number = number_of(written, 1)
    assert not isinstance(number, Rejected)
    assert number.canonical == canonical


@pytest.mark.parametrize("written", ["GB/T XXXX-2020", "GB 38031", "460702", "", None, {"a": 1}, "x" * 10**6])
def test_what_is_no_dated_number_is_rejected_with_its_line(written: object) -> None:
    rejected = number_of(written, 7)
    assert isinstance(rejected, Rejected)
    assert rejected.line == 7


def test_tags_and_control_signs_are_no_text() -> None:
    assert plain("电动汽车<sacinfo>用</sacinfo> \x00动力电池\u200b") == "电动汽车用 动力电池"


def test_a_relation_to_a_draft_is_left_out_and_told() -> None:
    found, left_out = relations_of(["ISO 11452-8:2007", "ISO/DIS 11452-8"])
    assert [one.edition for one in found] == ["ISO 11452-8:2007"]
    assert len(left_out) == 1
