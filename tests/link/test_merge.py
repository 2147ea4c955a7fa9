"""Imported rows into records: what is added, what is refused, what stays a conflict; order decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from textbuild.link.merge import Conflict, conflicts_of, merge
from textbuild.link.registry import Registry
from textbuild.link.statements import Statement, gather, without_cycles
from textbuild.link.verdict import Status, verdict
from textbuild.load.importers.row import ImportedRow
from textbuild.model.dates import PartialDate
from textbuild.model.span import FilePlaces, Sourced
from textbuild.model.standard import Check, Edition, Evidence, Replacement, Standard
from textbuild.model.standard_number import parse

DAY = date(2026, 11, 24)
Records = dict[str, Standard]


def row(number: str, *, source: str = "甲页", kind: str = "catalogue", line: int = 1, **values: Any) -> ImportedRow:
    parsed = parse(number)
    assert parsed is not None
    for name in ("published", "effective"):
        if isinstance(values.get(name), str):
            values[name] = PartialDate.parse(values[name])
    for name in ("replaces", "replaced_by"):
        values[name] = tuple(Replacement(edition=one) if isinstance(one, str) else one for one in values.get(name, ()))
    saw = ("number", *(name for name, value in values.items() if value))
    check = Check(source=source, kind=Evidence(kind), on=date(2026, 11, 23), saw=saw)
    if values.pop("abolished", False):
        values["abolished"] = check.model_copy(update={"saw": ("number", "withdrawn")})
    return ImportedRow(line, parsed, (check,), **values)


def load(rows: Sequence[ImportedRow], records: Records | None = None) -> tuple[Records, set[Conflict], list[str]]:
    """Imports the rows in one go. Returns the records by identity, the conflicts, and the editions remarked on."""
    records = dict(records or {})
    gathered = gather(rows)
    known = {
        (edition.edition, one.edition) for standard in records.values() for edition in standard.editions
        for one in edition.replacements
    }  # fmt: skip
    statements, circles = without_cycles(gathered.statements, known)
    conflicts: set[Conflict] = set()
    for identity, group in statements.items():
        merged = merge(records.get(identity), group, {older for _, older in known})
        records[identity] = merged.standard
        conflicts.update(merged.conflicts)
    return records, conflicts, [remark.edition for remark in (*gathered.remarks, *circles)]


def edition(records: Records, number: str) -> Edition:
    parsed = parse(number)
    assert parsed is not None
    return next(one for one in records[parsed.identity].editions if one.edition == number)


def status(records: Records, number: str, day: date = DAY) -> Status:
    registry = Registry.of([Sourced(one, FilePlaces("x.yml")) for one in records.values()])
    return verdict(registry, number, day).status


FULL: dict[str, Any] = {"title": "甲", "published": "2020-01-01", "effective": "2020-07-01"}


def test_two_sources_with_two_days_stay_a_conflict_with_both() -> None:
    records, conflicts, _ = load([
        row("GB 10395.1-2025", source="甲页", effective="2026-11-01", published="2025-12-02"),
        row("GB 10395.1-2025", source="乙页", effective="2027-01-01", published="2025-12-02"),
    ])  # fmt: skip
    [conflict] = conflicts
    assert (conflict.edition, conflict.field) == ("GB 10395.1-2025", "effective")
    assert dict(conflict.values) == {"2027-01-01": ("乙页",), "2026-11-01": ("甲页",)}
    assert status(records, "GB 10395.1-2025") is not Status.CURRENT


def test_a_later_import_never_replaces_a_fact() -> None:
    before, _, _ = load([row("GB 1-2020", source="甲页", **FULL)])
    after, conflicts, _ = load(
        [row("GB 1-2020", source="乙页", kind="official", **{**FULL, "effective": "2021-01-01"})], before
    )
    assert str(edition(after, "GB 1-2020").effective) == "2020-07-01"
    assert len(conflicts) == 1


def test_importing_twice_changes_nothing() -> None:
    rows = [
        row("GB 1-2020", **FULL, replaces=["GB/T 1-2010", "GB/T 2-2010"], reported="现行"),
        row("GB 1-2020", source="乙页", effective="2021-01-01"),
        row("GB/T 2-2010", source="丙页", abolished=True, replaced_by=["GB 1-2020"]),
    ]
    once, conflicts, _ = load(rows)
    twice, again, _ = load(rows, once)
    assert twice == once
    assert again == conflicts


def test_a_read_value_takes_the_place_of_a_recalled_one() -> None:
    recalled = row("GB 1-2020", source="记忆", kind="recalled", title="大概的名称")
    read = row("GB 1-2020", title="读到的名称")
    for order in ([recalled, read], [read, recalled]):
        records: Records = {}
        for one in order:
            records, conflicts, _ = load([one], records)
        assert records["GB 1"].title == "读到的名称"
        assert conflicts == set()
        assert [check.kind for check in edition(records, "GB 1-2020").checks] == [Evidence.CATALOGUE]


def test_a_day_may_make_a_month_more_exact() -> None:
    records, conflicts, _ = load(
        [row("GB 1-2019", published="2019-05"), row("GB 1-2019", source="乙页", published="2019-05-10")]
    )
    assert str(edition(records, "GB 1-2019").published) == "2019-05-10"
    assert conflicts == set()


def test_titles_that_differ_in_punctuation_are_no_conflict() -> None:
    _, conflicts, _ = load(
        [row("GB 1-2019", title="机床 第1部分:总则"), row("GB 1-2019", source="乙页", title="机床　第1部分：总则")]
    )
    assert conflicts == set()


def test_a_label_decides_nothing() -> None:
    records, conflicts, _ = load([
        row("GB/T 8097-2008", reported="Valid", published="2008-05-01", effective="2008-10-01"),
        row("GB/T 8097-2025", published="2025-05-30", effective="2025-12-01", replaces=["GB/T 8097-2008"]),
    ])  # fmt: skip
    assert edition(records, "GB/T 8097-2008").reported == "Valid"
    assert status(records, "GB/T 8097-2008") is Status.SUPERSEDED
    assert conflicts == set()


def test_replaced_by_becomes_replaces_of_a_successor_that_is_made() -> None:
    records, _, _ = load([row("GB 10395.7-2006", title="甘蔗收获机", replaced_by=["GB 10395.7-2025"])])
    successor = edition(records, "GB 10395.7-2025")
    assert successor.replaces == ("GB 10395.7-2006",)
    assert (successor.title, successor.published, successor.effective) == (None, None, None)
    assert [check.saw for check in successor.checks] == [("number", "replaces")]


def test_an_edition_known_only_as_replaced_is_made() -> None:
    records, _, _ = load(
        [row("GB 18384-2020", replaces=["GB/T 18384.1-2015", "GB/T 18384.2-2015", "GB/T 18384.3-2015"])]
    )
    assert set(records) == {"GB 18384", "GB/T 18384.1", "GB/T 18384.2", "GB/T 18384.3"}
    assert edition(records, "GB/T 18384.3-2015").checks[0].saw == ("number", "replaced_by")


def test_a_successor_not_yet_in_force_leaves_the_old_edition_current() -> None:
    records, _, _ = load([
        row("GB 10395.6-2006", published="2006-05-01", effective="2006-11-01"),
        row("GB 10395.6-2025", published="2025-10-31", effective="2026-11-01", replaces=["GB 10395.6-2006"]),
    ])  # fmt: skip
    assert status(records, "GB 10395.6-2006", date(2026, 10, 31)) is Status.CURRENT
    assert status(records, "GB 10395.6-2006", date(2026, 11, 1)) is Status.SUPERSEDED


def test_one_standard_into_seven() -> None:
    parts = [f"TB/T 355{n}-2019" for n in range(7)]
    records, _, _ = load([row("TB/T 1335-1996", replaced_by=parts)])
    assert all(edition(records, part).replaces == ("TB/T 1335-1996",) for part in parts)


def test_a_changed_nature_makes_two_standards() -> None:
    records, _, _ = load([row("GB 39752-2024", effective="2025-08-01", replaces=["GB/T 39752-2021"])])
    assert (records["GB 39752"].nature, records["GB/T 39752"].nature) == ("mandatory", "recommended")
    assert status(records, "GB/T 39752-2021") is Status.SUPERSEDED


def test_parts_and_the_whole_are_not_folded_into_one() -> None:
    records, _, _ = load(
        [row("GB/T 27930-2023"), row("GB/T 27930.2-2024"), row("GB/T 4937.20-2018"), row("GB/T 4937.201-2018")]
    )
    assert set(records) == {"GB/T 27930", "GB/T 27930.2", "GB/T 4937.20", "GB/T 4937.201"}


def test_withdrawn_without_a_successor() -> None:
    records, _, _ = load([row("TB/T 2705-2010", abolished=True)])
    assert status(records, "TB/T 2705-2010") is Status.WITHDRAWN


def test_withdrawn_with_a_successor_is_superseded() -> None:
    records, _, _ = load([
        row("ISO 1-2010".replace("-", ":"), abolished=True, published="2010-01"),
        row("ISO 1:2020", published="2020-01", replaces=["ISO 1:2010"]),
    ])  # fmt: skip
    assert edition(records, "ISO 1:2010").withdrawn is None
    assert status(records, "ISO 1:2010") is Status.SUPERSEDED


def test_a_reversed_relation_is_left_out() -> None:
    records, _, remarked = load([
        row("GB 11291.2-2013", replaces=["GB 11291-1997"], replaced_by=["GB 11291-1997"], effective="2014-11-01"),
    ])  # fmt: skip
    assert edition(records, "GB 11291-1997").replaces == ()
    assert edition(records, "GB 11291.2-2013").replaces == ("GB 11291-1997",)
    assert remarked == ["GB 11291.2-2013"]


def test_self_loops_and_cycles_are_left_out_and_told() -> None:
    records, _, remarked = load([
        row("ISO 1:2020", replaces=["ISO 1:2020", "ISO 2:2020"]),
        row("ISO 2:2020", replaces=["ISO 3:2020"]),
        row("ISO 3:2020", replaces=["ISO 1:2020", "ISO 4:2010"]),
    ])  # fmt: skip
    assert {len(remarked)} == {4}
    assert edition(records, "ISO 3:2020").replaces == ("ISO 4:2010",)
    assert edition(records, "ISO 1:2020").replaces == ()


def test_a_relation_that_closes_a_circle_with_the_records_is_left_out() -> None:
    before, _, _ = load([row("ISO 1:2020", replaces=["ISO 2:2020"])])
    after, _, remarked = load([row("ISO 2:2020", replaces=["ISO 1:2020"])], before)
    assert edition(after, "ISO 1:2020").replaces == ("ISO 2:2020",)
    assert edition(after, "ISO 2:2020").replaces == ()
    assert remarked == ["ISO 2:2020"]


def test_an_amendment_is_no_edition_of_its_own() -> None:
    records, _, _ = load([row("ISO 10605:2023", replaces=["ISO 10605:2008", "ISO 10605:2008/AMD1:2014"])])
    assert [one.edition for one in records["ISO 10605"].editions] == ["ISO 10605:2008", "ISO 10605:2023"]
    assert [one.number for one in edition(records, "ISO 10605:2008").amendments] == ["AMD1:2014"]


def test_a_partial_replacement_leaves_the_old_edition() -> None:
    records, _, _ = load([
        row("GB/T 12816-2006", published="2006-01-01", effective="2006-06-01"),
        row("GB/T 12817-2021", effective="2021-10-01", published="2021-03-09",
            replaces=[Replacement(edition="GB/T 12816-2006", extent="partial")]),
    ])  # fmt: skip
    assert status(records, "GB/T 12816-2006") is Status.CURRENT


def test_a_new_edition_keeps_the_old_ones_title() -> None:
    before, _, _ = load([row("GB/T 25021-2010", title="轨道检查车")])
    after, _, _ = load([row("GB/T 25021-2026", title="铁路大型养路机械 轨道检查车")], before)
    assert after["GB/T 25021"].title == "铁路大型养路机械 轨道检查车"
    assert edition(after, "GB/T 25021-2010").title == "轨道检查车"


def test_a_title_that_nobody_read_is_not_lent_by_another_edition() -> None:
    before, _, _ = load([row("GB 1-2010", title="甲"), row("GB 1-2015", effective="2015-01-01")])
    after, _, _ = load([row("GB 1-2020", title="乙")], before)
    assert [one.title for one in after["GB 1"].editions] == ["甲", None, None]


_DAYS = st.sampled_from(["2019-05", "2019-05-10", "2019-06-01", "2020"])
_NUMBERS = st.sampled_from(["GB 1-2010", "GB 1-2019", "GB/T 1-2015", "GB 2-2019", "GB 2-2021"])
_ROWS = st.builds(
    lambda number, source, kind, title, published, replaces, replaced_by: row(
        number, source=source, kind=kind, title=title, published=published, replaces=replaces, replaced_by=replaced_by
    ),
    _NUMBERS, st.sampled_from("甲乙丙"), st.sampled_from(["official", "catalogue", "recalled"]),
    st.sampled_from([None, "名称一", "名称二"]), st.none() | _DAYS, st.lists(_NUMBERS, max_size=2, unique=True),
    st.lists(_NUMBERS, max_size=1),
)  # fmt: skip


@given(st.lists(_ROWS, max_size=6), st.randoms())
def test_the_order_of_rows_changes_nothing(rows: list[ImportedRow], random: Any) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert load(rows)[:2] == load(shuffled)[:2]


@given(st.lists(_ROWS, max_size=4), st.randoms())
def test_the_order_of_imports_changes_nothing_but_which_of_two_values_stands(
    rows: list[ImportedRow], random: Any
) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    results = []
    for order in (rows, shuffled):
        records: Records = {}
        told: set[tuple[str, str]] = set()
        for one in order:
            records, _, remarked = load([one], records)
            told |= {("relation left out", name) for name in remarked}
        results.append((records, told))
    (one_way, told), (other_way, told_other) = results
    if not told and not told_other:
        assert contradictions_of(one_way) == contradictions_of(other_way)
        if not contradictions_of(one_way):
            assert one_way == other_way


@given(st.lists(_ROWS, max_size=6))
def test_importing_any_rows_twice_changes_nothing(rows: list[ImportedRow]) -> None:
    once, conflicts, _ = load(rows)
    twice, again, _ = load(rows, once)
    assert (twice, again) == (once, conflicts)


def contradictions_of(records: Records) -> set[tuple[str, str, frozenset[str]]]:
    return {
        (conflict.edition, conflict.field, frozenset(value for value, _ in conflict.values))
        for standard in records.values() for one in standard.editions for conflict in conflicts_of(one)
    }  # fmt: skip


def test_statements_are_sorted_by_identity() -> None:
    found: dict[str, list[Statement]] = gather([row("GB 1-2020", replaces=["GB/T 1-2010"])]).statements
    assert set(found) == {"GB 1", "GB/T 1"}
