"""`standards forecast`, `impact`, `stale`, the filters of `list`, and `check --fail-within`, as their users run them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.conftest import WriteLibrary
from textbuild.cli.app import run

MODULE = "---\ntitle: 甲\nid: EV-1\nbasis: [GB 38031]\n---\n\n## 节\n\n按 GB 38031—2020 第 5.2 条检测。\n"
JUNE = ("--as-of", "2026-06-01")


def ask(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    capsys.readouterr()
    assert run(["-C", str(root), "--lang", "en", *arguments]) == code
    return capsys.readouterr().out


def answer(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    return json.loads(ask(root, capsys, *arguments, "--format", "json"))


@pytest.fixture
def library(write_library: WriteLibrary) -> Path:
    return write_library({"books/ev/1-1.md": MODULE})


def test_forecast_as_json(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(library, capsys, "standards", "forecast", *JUNE, "--until", "2026-07-01")
    assert (found["as_of"], found["until"]) == ("2026-06-01", "2026-07-01")
    [change] = found["changes"]
    assert (change["day"], change["edition"], change["after"]) == ("2026-07-01", "GB 38031-2020", "superseded")
    assert [(one["line"], one["clause"], one["then"]) for one in change["places"]] == [
        (4, None, "GB 38031-2025"),
        (9, "5.2", "GB 38031-2020"),
    ]


def test_forecast_as_csv_has_a_line_a_place(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = ask(library, capsys, "standards", "forecast", *JUNE, "--until", "2026-07-01", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["edition"], row["line"]) for row in rows] == [("GB 38031-2020", "4"), ("GB 38031-2020", "9")]


def test_forecast_as_table_names_the_places(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = ask(library, capsys, "standards", "forecast", *JUNE)
    assert "books/ev/1-1.md:9 GB 38031—2020" in text


def test_a_feed_is_the_same_each_time_and_keeps_its_uids(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ("standards", "forecast", "--until", "2026-07-01", "--format", "ics", "--as-of")
    first = ask(library, capsys, *command, "2026-06-01")
    assert ask(library, capsys, *command, "2026-06-01") == first
    [event] = Calendar.from_ical(first).walk("VEVENT")
    [later] = Calendar.from_ical(ask(library, capsys, *command, "2026-06-02")).walk("VEVENT")
    assert event["uid"] == later["uid"]
    assert event["dtstamp"].to_ical() == b"20260601T000000Z"
    assert event["dtstart"].to_ical() == b"20260701"
    assert event["summary"] == "GB 38031—2020 current → superseded, replaced by GB 38031—2025"


@pytest.mark.parametrize("options", [("--until", "2026-05-31"), ("--until", "soon"), ("--format", "xml")])
def test_forecast_refuses_a_wrong_option(
    library: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    ask(library, capsys, "standards", "forecast", *JUNE, *options, code=2)


def test_the_end_of_time_is_a_day(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(library, capsys, "standards", "forecast", "--as-of", "9999-12-31")["changes"] == []


def test_impact_goes_by_the_edition_meant_on_the_day(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def lines(*arguments: str) -> list[int]:
        return [use["line"] for use in answer(library, capsys, "standards", "impact", *arguments)["uses"]]

    assert lines("GB 38031-2020", "--as-of", "2026-06-30") == [4, 9]
    assert lines("GB 38031-2020", "--as-of", "2026-07-01") == [9]
    assert lines("GB 38031", "--as-of", "2026-07-01") == [4]


def test_impact_names_book_module_and_clause(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = ask(library, capsys, "standards", "impact", "GB 38031-2020", "--format", "csv", "--as-of", "2026-07-01")
    [row] = csv.DictReader(io.StringIO(text))
    assert (row["book"], row["module"], row["clause"], row["role"]) == ("ev", "EV-1", "5.2", "text")
    table = ask(library, capsys, "standards", "impact", "GB 38031-2020", "--as-of", "2026-07-01")
    assert table == "ev EV-1\n  books/ev/1-1.md:9 GB 38031-2020 clause 5.2 [text]\n"


def test_impact_of_an_unknown_edition_is_wrong_use(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask(library, capsys, "standards", "impact", "GB 38031-2019", code=2)


def test_stale_lists_what_was_read_too_long_ago_cited_first(
    write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]
) -> None:
    other = "kind: standard\nnumber: GB 1\neditions: [{edition: GB 1-2001, effective: 2001-01-01}]\n"
    root = write_library({"standards/national/gb-1.yml": other})
    day = ("--as-of", "2026-11-24")
    assert [one["edition"] for one in answer(root, capsys, "standards", "stale", *day)] == ["GB 1-2001"]
    found = answer(root, capsys, "standards", "stale", *day, "--days", "0")
    assert [(one["edition"], one["age"], one["cited"]) for one in found] == [
        ("GB 38031-2025", 1, 2),
        ("GB 1-2001", None, 0),
    ]


@pytest.mark.parametrize(
    ("options", "editions"),
    [
        (("--cited",), ["GB 38031-2025"]),
        (("--uncited",), ["GB 1-2001", "GB 38031-2020"]),
        (("--issuer", "标准化"), ["GB 1-2001"]),
    ],
)
def test_list_filters(
    write_library: WriteLibrary, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], editions: list[str]
) -> None:
    other = "kind: standard\nnumber: GB 1\nissuer: 国家标准化管理委员会\neditions: [{edition: GB 1-2001}]\n"
    root = write_library({"standards/national/gb-1.yml": other})
    found = answer(root, capsys, "standards", "list", "--as-of", "2026-11-24", *options)
    assert [one["edition"] for one in found] == editions


def test_no_cell_of_a_csv_is_a_formula(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    other = "kind: standard\nnumber: GB 1\ntitle: =HYPERLINK(1)\neditions: [{edition: GB 1-2001}]\n"
    root = write_library({"standards/national/gb-1.yml": other})
    text = ask(root, capsys, "standards", "list", "--text", "GB 1-", "--format", "csv")
    [row] = csv.DictReader(io.StringIO(text))
    assert row["title"] == "'=HYPERLINK(1)"
    [row] = csv.DictReader(io.StringIO(ask(root, capsys, "standards", "show", "GB 1-2001", "--format", "csv")))
    assert row["edition"] == "GB 1-2001"


def check(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    capsys.readouterr()
    code = run(["-C", str(root), "--lang", "en", "check", "--format", "json", *options])
    captured = capsys.readouterr()
    json.loads(captured.out)
    return code, captured.err


OLD = ("--as-of", "2026-06-30")
DATED = MODULE.replace(" 第 5.2 条", "").replace("检测", "检测（旧版）")


def test_check_fails_before_a_citation_ends(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_library({"books/ev/1-1.md": DATED})
    assert check(root, capsys, *OLD)[0] == 0
    assert check(root, capsys, *OLD, "--fail-within", "0d")[0] == 0
    code, told = check(root, capsys, *OLD, "--fail-within", "1d")
    assert code == 1
    assert "books/ev/1-1.md:9:3: 2026-07-01: GB 38031—2020 will be replaced by GB 38031—2025" in told
    assert check(root, capsys, "ev", *OLD, "--fail-within", "1w")[0] == 1


@pytest.mark.parametrize(
    "text",
    [
        DATED.replace("GB 38031—2020", "GB 38031"),
        DATED.replace("GB 38031—2020", "[GB 38031—2020]{.historical}"),
        DATED.replace("按", "<!-- textbuild: ignore[TB202] 对比旧版 -->\n\n按"),
    ],
    ids=["undated", "history", "silenced"],
)
def test_what_will_be_no_error_does_not_fail(
    write_library: WriteLibrary, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    root = write_library({"books/ev/1-1.md": text})
    assert "will be replaced" not in check(root, capsys, *OLD, "--fail-within", "90d")[1]


@pytest.mark.parametrize("span", ["90", "d", "-1d", "1y", "999999d"])
def test_a_wrong_span_is_wrong_use(library: Path, capsys: pytest.CaptureFixture[str], span: str) -> None:
    assert run(["-C", str(library), "check", "--fail-within", span]) == 2
