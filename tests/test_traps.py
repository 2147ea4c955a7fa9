"""The sixteen traps of real sources, one test each: in what an import does with them, and in our own registry."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from textbuild.check.rules import standard_dates_out_of_order
from textbuild.link.evidence import contradictions
from textbuild.link.registry import Registry
from textbuild.link.verdict import Status, verdict
from textbuild.load.importers import read_rows
from textbuild.load.library import load_records
from textbuild.model.standard import Evidence
from textbuild.model.standard_number import find_all, parse
from textbuild.publish.importing import Report, import_rows, writer

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 24)
READ_ON = date(2026, 11, 23)
Row = dict[str, str]


@dataclass
class Library:
    """An empty library to import into."""

    root: Path

    def imports(self, rows: Sequence[Row], source: str = "甲页") -> Report:
        """Rows of a hand-kept table, by Chinese heading."""
        headings = list(dict.fromkeys(name for row in rows for name in row))
        lines = [",".join(headings), *(",".join(f'"{row.get(name, "")}"' for name in headings) for row in rows)]
        table = self.root / "table.csv"
        table.write_text("\n".join(lines) + "\n", "utf-8")
        read = read_rows(self.root, table, source=source, kind=Evidence.CATALOGUE, on=READ_ON)
        return import_rows(self.root, read, writer(self.root))

    @property
    def registry(self) -> Registry:
        records = load_records(self.root)
        assert records.found == ()
        return Registry.of(records.standards)

    def status(self, edition: str, day: date = DAY) -> Status:
        return verdict(self.registry, edition, day).status


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "books").mkdir()
    (tmp_path / "standards").mkdir()
    return Library(tmp_path)


@cache
def ours() -> Registry:
    return Registry.of(load_records(ROOT).standards)


def our_status(edition: str, day: date = DAY) -> Status:
    return verdict(ours(), edition, day, 100_000).status


def older_of(edition: str) -> set[str]:
    return {one.edition for one in ours().editions[edition].edition.replacements}


def newer_of(edition: str) -> set[str]:
    return {one.edition for one in ours().successors(edition)}


def row(number: str, published: str = "", effective: str = "", **more: str) -> Row:
    return {"标准号": number, "标准名称": "安全要求", "发布日期": published, "实施日期": effective, **more}


def test_trap_1_an_issue_date_after_the_implementation_date(library: Library) -> None:
    report = library.imports([row("GB/T 41469-2022", "2022-11-01", "2022-04-15")])
    assert [(one.line, one.reason.template[:26]) for one in report.rejected] == [(2, "it comes into force on {ef")]
    assert not list(library.root.glob("standards/**/*.yml"))
    assert not list(standard_dates_out_of_order.check(ours(), DAY, 365))


@pytest.mark.parametrize("order", [1, -1])
def test_trap_2_two_sources_two_dates_are_never_settled_by_order(library: Library, order: int) -> None:
    days = ["2026-11-01", "2027-01-01"][::order]
    for source, day in zip("甲乙", days, strict=True):
        report = library.imports([row("GB 10395.1-2025", "2025-12-02", day)], f"{source}页")
    assert [one.field for one in report.conflicts] == ["effective"]
    [entry] = library.registry.editions.values()
    assert set(contradictions(entry.edition)["effective"]) == set(days)
    assert library.status("GB 10395.1-2025", date(2027, 6, 1)) is Status.UNVERIFIED


def test_trap_3_a_stale_label_decides_nothing(library: Library) -> None:
    library.imports([row("GB 1-2020", "2020-01-01", "2020-07-01", 状态="现行"), row("GB 2-2025", "2025-12-02", "2026-07-01", 状态="即将实施"),
                     row("GB 1-2024", "2024-01-01", "2024-07-01", 代替标准="GB 1-2020")])  # fmt: skip
    assert (library.status("GB 1-2020"), library.status("GB 2-2025")) == (Status.SUPERSEDED, Status.CURRENT)
    for edition in ("GB/T 8097-2008", "GB 15760-2004", "GB/T 20868-2007"):
        assert (ours().editions[edition].edition.reported, our_status(edition)) == ("Valid", Status.SUPERSEDED)
    assert our_status("GB/T 12643-2013") is Status.SUPERSEDED
    assert (ours().editions["GB/T 46740-2025"].edition.reported, our_status("GB/T 46740-2025")) == (
        "Upcoming",
        Status.CURRENT,
    )


def test_trap_4_a_successor_not_yet_in_force_leaves_the_old_edition(library: Library) -> None:
    library.imports([row("GB 10395.6-2006", "2006-01-01", "2006-07-01"),
                     row("GB 10395.6-2025", "2025-10-31", "2026-11-01", 代替标准="GB 10395.6-2006")])  # fmt: skip
    assert library.status("GB 10395.6-2006", date(2026, 10, 31)) is Status.CURRENT
    assert library.status("GB 10395.6-2006", date(2026, 11, 1)) is Status.SUPERSEDED
    assert newer_of("GB 10395.6-2006") == {"GB 10395.6-2025"}


def test_trap_5_replacement_is_many_to_many() -> None:
    parts = {f"GB/T 18384.{n}-2015" for n in (1, 2, 3)}
    assert older_of("GB 18384-2020") == parts
    assert {our_status(part) for part in parts} == {Status.SUPERSEDED}
    assert len(newer_of("TB/T 1335-1996")) == 7
    assert "GB 38031-2020" in newer_of("GB/T 31467.3-2015")
    assert (our_status("TB/T 2705-2010"), newer_of("TB/T 2705-2010")) == (Status.WITHDRAWN, set())


@pytest.mark.parametrize("edition", ["GB 38031-2025", "GB 18384-2025"])
def test_trap_6_one_edition_binds_some_products_from_a_later_day(edition: str) -> None:
    [later] = ours().editions[edition].edition.applicability
    assert (str(later.from_), our_status(edition)) == ("2027-07-01", Status.CURRENT)
    [note] = verdict(ours(), edition, DAY).notes
    assert dict(note.values)["day"] == "2027-07-01"


def test_trap_7_cycles_self_loops_and_dangling_ends_do_no_harm(library: Library) -> None:
    entries = [
        {"id": 1, "reference": "ISO 1:2019", "publicationDate": "2019-01-01", "currentStage": 9599, "replaces": [2]},
        {"id": 2, "reference": "ISO 2:2019", "publicationDate": "2019-02-01", "currentStage": 6060, "replaces": [1, 2]},
        {"id": 3, "reference": "ISO 3:2020", "publicationDate": "2020-01-01", "currentStage": 6060, "replaces": [99]},
        {"id": 3, "reference": "ISO 3:2020", "publicationDate": "2020-01-01", "currentStage": 6060},
    ]
    saved = library.root / "iso.jsonl"
    saved.write_text("\n".join(json.dumps(one) for one in entries), "utf-8")
    report = import_rows(library.root, read_rows(library.root, saved, on=READ_ON), writer(library.root))
    assert {one.edition for one in report.remarks} == {"ISO 1:2019", "ISO 2:2019", "ISO 3:2020"}
    assert [one.line for one in report.rejected] == [4]
    assert not any(verdict(library.registry, edition, DAY).cycle for edition in library.registry.editions)


def test_trap_8_look_alike_numbers_are_different_standards(library: Library) -> None:
    numbers = [
        "GB 38031-2020",
        "GB/T 38031-2019",
        "GB/T 27930-2023",
        "GB/T 27930.2-2024",
        "GB/T 4.1-2020",
        "GB/T 4.12-2020",
    ]
    library.imports([row(number, "2019-01-01", "2019-07-01") for number in numbers])
    assert set(library.registry.standards) == {number.rpartition("-")[0] for number in numbers}


def test_trap_9_a_number_in_a_title_is_no_relation(library: Library) -> None:
    title = "GB 38031-2020《动力电池安全要求》第1号修改单解读及GB/T 31467.3的衔接"
    library.imports([{**row("GB/T 1-2020", "2020-01-01", "2020-07-01"), "标准名称": title}])
    assert set(library.registry.editions) == {"GB/T 1-2020"}
    assert library.registry.editions["GB/T 1-2020"].title == title


@pytest.mark.parametrize(
    ("edition", "day"),
    [("GB 46860-2025", date(2027, 1, 1)), ("GB 46864-2025", date(2027, 1, 1)), ("GB 34660-2026", date(2027, 7, 1)),
     ("GB 46038-2025", date(2026, 11, 1)), ("GB 10395.6-2025", date(2026, 11, 1)), ("GB 10395.7-2025", date(2026, 11, 1))],
)  # fmt: skip
def test_trap_10_published_and_not_yet_in_force_turns_on_the_day(edition: str, day: date) -> None:
    assert our_status(edition, date.fromordinal(day.toordinal() - 1)) is Status.UPCOMING
    assert our_status(edition, day) is Status.CURRENT


@pytest.mark.parametrize(
    ("older", "newer"),
    [("GB/T 39752-2021", "GB 39752-2024"), ("GB 9361-1988", "GB/T 9361-2011"), ("GB/Z 20986-2007", "GB/T 20986-2023"),
     ("GB/T 50312-2000", "GB 50312-2007")],
)  # fmt: skip
def test_trap_11_a_changed_nature_makes_another_standard(older: str, newer: str) -> None:
    assert (newer_of(older), our_status(older)) == ({newer}, Status.SUPERSEDED)
    assert ours().editions[older].standard is not ours().editions[newer].standard


@pytest.mark.parametrize(
    ("older", "newer"),
    [({"GB/T 16260.1-2006"}, {"GB/T 25000.10-2016"}), ({"MH 3145.32-1996"}, {"MH/T 3011.2-2006"}),
     ({"GB 4943.1-2011", "GB 8898-2011"}, {"GB 4943.1-2022"}), ({"GB/T 1800.1-2009", "GB/T 1801-2009"}, {"GB/T 1800.1-2020"}),
     ({"GB/T 28029.1-2011"}, {"GB/T 28029.1-2020", "GB/T 28029.2-2020", "GB/T 28029.9-2020"})],
)  # fmt: skip
def test_trap_12_a_successor_may_have_another_number(older: set[str], newer: set[str]) -> None:
    assert all(newer_of(one) == newer for one in older)
    assert all(older <= older_of(one) for one in newer)


def test_trap_13_the_year_in_the_number_is_not_the_year_of_issue() -> None:
    issued = {
        edition: str(ours().editions[edition].edition.published) for edition in ("HB 5647-1998", "GB/T 26099.4-2010")
    }
    assert issued == {"HB 5647-1998": "1999-01-06", "GB/T 26099.4-2010": "2011-01-10"}
    assert parse("HB 5647-98") == parse("HB 5647-1998")
    same_day = ours().editions["GB/T 9445-2024"].edition
    assert same_day.published == same_day.effective
    assert str(ours().editions["MH/T 7013-2017"].edition.effective) == "2017-09-10"


def test_trap_14_the_part_in_the_title_is_not_the_part_in_the_number(library: Library) -> None:
    titles = {"GB/T 24338.3-2018": "轨道交通 电磁兼容 第3-1部分：机车车辆", "GB/T 4937.20-2018": "半导体器件 第20部分",
              "GB/T 4937.201-2018": "半导体器件 第20-1部分"}  # fmt: skip
    library.imports(
        [{**row(number, "2018-01-01", "2018-07-01"), "标准名称": title} for number, title in titles.items()]
    )
    assert {number: entry.title for number, entry in library.registry.editions.items()} == titles


def test_trap_15_a_cover_carries_two_numbers_and_broken_signs(library: Library) -> None:
    cover = find_all("GB/T 20183.1—2024/ISO 5682-1:2017")
    assert [one.number.canonical for one in cover] == ["GB/T 20183.1-2024", "ISO 5682-1:2017"]
    assert parse("GB∕T 20183.1一2024") == parse("GB/T 20183.1-2024")
    title = {"标准名称": "植保机械 第3部分∶试验方法"}
    report = library.imports(
        [{**row("GB∕T 20183.3—2024", "2024-04-25", "2024-11-01"), **title}, row("GB/T 246754-2021")]
    )
    assert (report.new, set(library.registry.standards)) == (2, {"GB/T 20183.3", "GB/T 246754"})
    assert library.status("GB/T 246754-2021") is Status.UNVERIFIED  # a lost dot can not be seen; it is never current


def test_trap_16_a_reversed_relation_makes_no_cycle(library: Library) -> None:
    report = library.imports(
        [row("GB 11291.1-2011", "2011-05-12", "2011-10-01", 代替标准="GB 11291-1997"),
         row("GB 11291-1997", "1997-01-01", "1997-07-01", 代替标准="GB 11291.1-2011")]
    )  # fmt: skip
    assert [one.edition for one in report.remarks] == ["GB 11291-1997"]
    found = verdict(library.registry, "GB 11291-1997", DAY)
    assert (found.successors, found.cycle) == (("GB 11291.1-2011",), False)
    assert not older_of("GB 11291-1997") & newer_of("GB 11291-1997")
