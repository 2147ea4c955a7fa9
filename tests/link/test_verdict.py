"""The verdict, against hand-made cases and against a slow and obvious oracle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textbuild.link.registry import Registry
from textbuild.link.verdict import Ending, Status, verdict
from textbuild.model.dates import PartialDate
from textbuild.model.span import FilePlaces, Sourced
from textbuild.model.standard import Standard

DAY = date(2026, 11, 24)
CHECKED = {"source": "x", "kind": "catalogue", "on": "2026-11-23", "saw": ["number", "published", "effective"]}


def registry(*editions: Mapping[str, object], number: str = "GB 1") -> Registry:
    made = [{"checks": [CHECKED], **edition} for edition in editions]
    standard = Standard.model_validate({"kind": "standard", "number": number, "editions": made})
    return Registry.of([Sourced(standard, FilePlaces("x.yml"))])


@dataclass(frozen=True)
class Life:
    """What may happen to an edition. `replaces`: index of the older edition → extent."""

    published: PartialDate | None
    effective: PartialDate | None
    withdrawn: PartialDate | bool | None
    replaces: dict[int, str]
    amended: PartialDate | None
    """In force from; an amendment changes no verdict."""
    evidence: str

    def edition(self, i: int) -> dict[str, object]:
        check: dict[str, object] = {**CHECKED, "kind": "recalled" if self.evidence == "recalled" else "catalogue"}
        check |= {"on": "1700-01-01"} if self.evidence == "old" else {}
        check |= {"found": {"effective": "1999-01-01"}} if self.evidence == "contradicted" else {}
        check |= {"doubt": "状态不明"} if self.evidence == "doubtful" else {}
        return {
            "edition": f"GB 1-{2000 + i}",
            "published": self.published,
            "effective": self.effective,
            "withdrawn": self.withdrawn,
            "replaces": [{"edition": f"GB 1-{2000 + old}", "extent": extent} for old, extent in self.replaces.items()],
            "amendments": [{"number": "XG1", "effective": self.amended}] if self.amended else [],
            "checks": [check],
        }


OLD = {"edition": "GB 1-2020", "published": "2020-05-12", "effective": "2021-01-01"}
NEW = {"edition": "GB 1-2025", "published": "2025-03-28", "effective": "2026-07-01", "replaces": ["GB 1-2020"]}


@pytest.mark.parametrize(
    ("edition", "day", "status"),
    [
        ("GB 1-2020", date(2020, 5, 11), Status.ANNOUNCED),
        ("GB 1-2020", date(2020, 12, 31), Status.UPCOMING),
        ("GB 1-2020", date(2021, 1, 1), Status.CURRENT),
        ("GB 1-2020", date(2026, 6, 30), Status.CURRENT),
        ("GB 1-2020", date(2026, 7, 1), Status.SUPERSEDED),
        ("GB 1-2025", date(2026, 6, 30), Status.UPCOMING),
        ("GB 1-2025", date(2026, 7, 1), Status.CURRENT),
    ],
)
def test_the_status_turns_on_the_day(edition: str, day: date, status: Status) -> None:
    assert verdict(registry(OLD, NEW), edition, day, 10_000).status is status


def test_a_successor_to_come_is_a_note_on_the_old_edition() -> None:
    found = verdict(registry(OLD, NEW), "GB 1-2020", date(2026, 6, 30), 10_000)
    assert [dict(note.values) for note in found.notes] == [{"edition": "GB 1-2025", "day": "2026-07-01"}]


def test_an_edition_knows_how_it_will_end() -> None:
    found = verdict(registry(OLD, NEW), "GB 1-2020", date(2026, 6, 30), 10_000)
    assert found.ending == Ending(date(2026, 7, 1), ("GB 1-2025",))
    assert verdict(registry(OLD, NEW), "GB 1-2020", DAY).ending is None
    assert verdict(registry(OLD, NEW), "GB 1-2025", DAY).ending is None


def test_a_withdrawal_before_the_successor_is_in_force_names_it_too() -> None:
    found = verdict(registry({**OLD, "withdrawn": "2026-06-01"}, NEW), "GB 1-2020", date(2026, 5, 1), 10_000)
    assert found.ending == Ending(date(2026, 6, 1), ("GB 1-2025",))


def test_a_partial_replacement_ends_nothing() -> None:
    partly = {**NEW, "replaces": [{"edition": "GB 1-2020", "extent": "partial"}]}
    assert verdict(registry(OLD, partly), "GB 1-2020", date(2026, 6, 30), 10_000).ending is None


@given(st.dates(date(2020, 1, 1), date(2026, 11, 24)), st.booleans())
def test_the_ending_is_the_first_day_on_which_the_verdict_ends(day: date, withdrawn: bool) -> None:
    old = {**OLD, "withdrawn": "2026-06-01"} if withdrawn else OLD
    known = registry(old, NEW)
    ended = (Status.SUPERSEDED, Status.WITHDRAWN)
    found = verdict(known, "GB 1-2020", day, 10_000)
    if found.status in ended:
        assert found.ending is None
    else:
        assert found.ending is not None
        last = found.ending.day - timedelta(days=1)
        assert verdict(known, "GB 1-2020", last, 10_000).status not in ended
        assert verdict(known, "GB 1-2020", found.ending.day, 10_000).status in ended


def test_a_current_edition_knows_when_its_checks_grow_too_old() -> None:
    known = registry(OLD, NEW)
    found = verdict(known, "GB 1-2025", DAY, 365)
    assert found.doubtful_from == date(2027, 11, 24)
    assert verdict(known, "GB 1-2025", date(2027, 11, 23), 365).status is Status.CURRENT
    assert verdict(known, "GB 1-2025", date(2027, 11, 24), 365).status is Status.UNVERIFIED


def test_superseded_names_the_successor_and_its_day() -> None:
    found = verdict(registry(OLD, NEW), "GB 1-2020", DAY)
    assert (found.successors, str(found.since)) == (("GB 1-2025",), "2026-07-01")


def test_withdrawn_comes_before_all_else() -> None:
    found = verdict(registry({**OLD, "withdrawn": "2024-01-01"}, NEW), "GB 1-2020", DAY)
    assert found.status is Status.WITHDRAWN
    assert verdict(registry({**OLD, "withdrawn": True}), "GB 1-2020", DAY).status is Status.WITHDRAWN


def test_a_partial_replacement_leaves_the_old_edition_current() -> None:
    partly = {**NEW, "replaces": [{"edition": "GB 1-2020", "extent": "partial"}]}
    assert verdict(registry(OLD, partly), "GB 1-2020", DAY).status is Status.CURRENT


@pytest.mark.parametrize(
    "change",
    [
        {"effective": None},
        {"effective": "2026-11"},
        {"effective": "2026"},
        {"checks": []},
        {"checks": [{**CHECKED, "kind": "recalled"}]},
        {"checks": [{**CHECKED, "on": "2025-11-23"}]},
        {"checks": [{**CHECKED, "saw": ["number", "title"]}]},
        {"checks": [CHECKED, {**CHECKED, "source": "y", "found": {"effective": "2027-01-01"}}]},
    ],
    ids=["no day", "month now", "year now", "no check", "recalled", "old check", "dates unseen", "contradiction"],
)
def test_what_we_do_not_know_is_not_current(change: dict[str, object]) -> None:
    found = verdict(registry({**OLD, **change}), "GB 1-2020", DAY)
    assert found.status is Status.UNVERIFIED
    assert found.notes


OTHER = {**CHECKED, "source": "y", "found": {"effective": "2027-01-01"}}
SETTLED = {"field": "effective", "value": "2021-01-01", "by": "王老师", "on": "2026-11-23", "reason": "公告"}


@pytest.mark.parametrize(
    ("settled", "status"),
    [
        (SETTLED, Status.CURRENT),
        ({**SETTLED, "on": "2026-11-22"}, Status.UNVERIFIED),
        ({**SETTLED, "value": "2027-01-01"}, Status.UNVERIFIED),
        ({**SETTLED, "field": "published"}, Status.UNVERIFIED),
    ],
    ids=["settled", "a younger reading reopens it", "not the record's value", "another field"],
)
def test_what_a_person_settled_is_no_contradiction(settled: dict[str, str], status: Status) -> None:
    change = {"checks": [CHECKED, OTHER], "settled": [settled]}
    assert verdict(registry({**OLD, **change}), "GB 1-2020", DAY).status is status


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ([], Status.UNVERIFIED),
        ([{**CHECKED, "on": "2026-11-24"}], Status.CURRENT),
        ([{**CHECKED, "source": "y"}], Status.UNVERIFIED),
        ([{**CHECKED, "on": "2026-11-24", "saw": ["number", "replaces"]}], Status.UNVERIFIED),
        ([{**CHECKED, "on": "2026-11-24", "kind": "recalled"}], Status.UNVERIFIED),
    ],
    ids=["nothing", "a later reading", "one of the same day", "one that saw no state", "memory"],
)
def test_a_reading_that_leaves_the_state_open_is_not_current(later: list[dict[str, object]], status: Status) -> None:
    change = {"checks": [{**CHECKED, "doubt": "没有给出状态"}, *later]}
    assert verdict(registry({**OLD, **change}), "GB 1-2020", DAY).status is status


@pytest.mark.parametrize(("start", "status"), [("2026-11", Status.UNVERIFIED), ("2026-12", Status.CURRENT)])
def test_an_edition_that_may_have_been_replaced_is_not_current(start: str, status: Status) -> None:
    assert verdict(registry(OLD, {**NEW, "effective": start}), "GB 1-2020", DAY).status is status


@pytest.mark.parametrize("max_check_age", [365, 10**9])
def test_a_check_at_the_calendars_end_does_no_harm(max_check_age: int) -> None:
    odd = {**OLD, "checks": [{**CHECKED, "on": "9999-12-31"}]}
    assert verdict(registry(odd), "GB 1-2020", DAY, max_check_age).status is Status.CURRENT


def test_an_rfc_is_in_force_from_its_publication() -> None:
    rfc = {"edition": "RFC 9110", "published": "2022-06"}
    assert verdict(registry(rfc, number="RFC 9110"), "RFC 9110", DAY).status is Status.CURRENT


def test_three_into_one_and_a_chain_of_three() -> None:
    parts = [{"edition": f"GB 1.{n}-2015", "published": "2015-01-01", "effective": "2015-02-01"} for n in (1, 2, 3)]
    first = {**OLD, "replaces": ["GB 1.1-2015", "GB 1.2-2015", "GB 1.3-2015"]}
    found = registry(*parts, first, NEW)
    assert verdict(found, "GB 1.2-2015", DAY).chain == ("GB 1.2-2015", "GB 1-2020", "GB 1-2025")


def test_one_into_several_names_them_all() -> None:
    new = [
        {"edition": f"GB 1.{n}-2021", "published": "2021-01-01", "effective": "2021-02-01", "replaces": ["GB 1-2020"]}
        for n in (1, 2)
    ]
    assert verdict(registry(OLD, *new), "GB 1-2020", DAY).successors == ("GB 1.1-2021", "GB 1.2-2021")


def test_a_circle_ends_and_says_so() -> None:
    found = verdict(registry({**OLD, "replaces": ["GB 1-2025"]}, NEW), "GB 1-2020", DAY)
    assert found.cycle
    assert found.chain == ("GB 1-2020", "GB 1-2025")


def test_an_edition_that_replaces_itself_is_no_successor() -> None:
    assert verdict(registry({**OLD, "replaces": ["GB 1-2020"]}), "GB 1-2020", DAY).status is Status.CURRENT


def test_transition_days_are_shown_beside_the_verdict() -> None:
    late = {**NEW, "applicability": [{"condition": "已获得型式批准的车型", "from": "2027-07-01"}]}
    [note] = verdict(registry(OLD, late), "GB 1-2025", DAY).notes
    assert dict(note.values) == {"day": "2027-07-01", "condition": "已获得型式批准的车型"}


days = st.dates(date(2020, 12, 1), date(2021, 1, 31))
partial_dates = st.builds(
    lambda day, precision: PartialDate(*(day.year, day.month, day.day)[:precision]),
    days,
    st.sampled_from([1, 2, 3]),
)
lives = st.builds(
    Life,
    st.sampled_from([None] * 4) | partial_dates,
    partial_dates | partial_dates | st.none(),
    st.sampled_from([None] * 9 + [True, PartialDate(2020), PartialDate(2021, 1), PartialDate(2021, 1, 15)]),
    st.dictionaries(st.integers(0, 2), st.sampled_from(["full", "full", "partial"]), min_size=1, max_size=2),
    st.none() | partial_dates,
    st.sampled_from(["catalogue"] * 5 + ["recalled", "contradicted", "doubtful", "old"]),
)
"""Most are sound: an edition that is in doubt for three reasons would hide what a fourth one does."""


@settings(max_examples=400)
@given(st.lists(lives, min_size=2, max_size=4), days)
def test_the_verdict_agrees_with_an_obvious_oracle(all_lives: list[Life], day: date) -> None:
    found = registry(*(one.edition(i) for i, one in enumerate(all_lives)))
    for i in range(len(all_lives)):
        assert verdict(found, f"GB 1-{2000 + i}", day, 100_000).status is oracle(all_lives, i, day)


def oracle(lives: list[Life], i: int, day: date) -> Status:
    """The contract's section 3, line by line, day by day: no date is compared, each is asked what days it may mean."""
    own = lives[i]
    newer = [one for j, one in enumerate(lives) if j != i and one.replaces.get(i) == "full"]
    if own.withdrawn is True or may_have_passed(own.withdrawn, day):
        return Status.WITHDRAWN
    if any(has_passed(one.effective, day) for one in newer):
        return Status.SUPERSEDED
    if own.published is not None and not may_have_passed(own.published, day):
        return Status.ANNOUNCED
    if own.effective is None:
        return Status.UNVERIFIED
    if not may_have_passed(own.effective, day):
        return Status.UPCOMING
    known = has_passed(own.effective, day) and own.evidence in ("catalogue", "official")
    certain = all(one.effective is not None and not may_have_passed(one.effective, day) for one in newer)
    return Status.CURRENT if known and certain else Status.UNVERIFIED


def may_have_passed(when: PartialDate | bool | None, day: date) -> bool:
    return isinstance(when, PartialDate) and any(one <= day for one in meant(when))


def has_passed(when: PartialDate | None, day: date) -> bool:
    return when is not None and all(one <= day for one in meant(when))


@cache
def meant(when: PartialDate) -> list[date]:
    """Every day that a date may mean."""
    year = (date(when.year, 1, 1) + timedelta(n) for n in range(366))
    return [one for one in year if str(PartialDate.of(one)).startswith(str(when))]


@given(days)
def test_one_day_earlier_the_old_edition_was_worth_no_less(day: date) -> None:
    order = [Status.ANNOUNCED, Status.UPCOMING, Status.CURRENT, Status.SUPERSEDED]
    both = registry(OLD, NEW)
    before, after = (verdict(both, "GB 1-2020", one, 100_000).status for one in (day - timedelta(1), day))
    assert order.index(before) <= order.index(after)
