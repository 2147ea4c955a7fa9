"""`textbuild coverage` as its users run it, in each of its formats."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import WriteLibrary
from textbuild.cli.app import run
from textbuild.publish.coverage import FORMATS

JOB = """\
kind: job
id: job:fitter
title: 装配工
issuer: {kind: sample, name: 示例}
duties:
  - id: A
    title: 装配
    tasks:
      - {id: A1, title: "=1+1", competencies: [{id: A1-S1, title: "@SUM(A1)"}]}
      - {id: A2, title: "<b>检漏</b>"}
"""
MODULE = "---\ntitle: +装配\nid: EV-1\njobs: [job:fitter#A1]\n---\n\n## 自测\n\n考 [@job:fitter#A1]。\n"
FILES = {
    "standards/jobs/fitter.yml": JOB,
    "books/ev/book.yml": "title: 动力电池\njobs: [job:fitter]\n",
    "books/ev/1-1.md": MODULE,
    "books/ev/1-2.md": "---\ntitle: 闲\nid: EV-2\n---\n\n无。\n",
}


@pytest.fixture
def root(write_library: WriteLibrary) -> Path:
    return write_library(FILES)


def answer(capfdbinary: pytest.CaptureFixture[bytes], root: Path, *options: str) -> bytes:
    capfdbinary.readouterr()
    assert run(["-C", str(root), "--lang", "zh", "coverage", *options]) == 0
    return capfdbinary.readouterr().out


def test_table(root: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    shown = answer(capfdbinary, root, "ev").decode()
    assert "任务 2 项：教 1，练 0，评 1" in shown
    assert "job:fitter#A2 <b>检漏</b>" in shown
    assert "EV-2 闲" in shown


def test_json(root: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    [book] = json.loads(answer(capfdbinary, root, "--format", "json"))
    assert book["parts"][0]["modules"] == {"books/ev/1-1.md": ["taught", "assessed"]}
    assert book["orphans"] == {"parts": ["job:fitter#A2"], "modules": ["books/ev/1-2.md"]}


def test_csv_holds_no_formula(root: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(answer(capfdbinary, root, "--format", "csv").decode(), newline="")))
    assert [(row["task"], row["competency"], row["title"], row["module_title"]) for row in rows] == [
        ("A1", "", "'=1+1", "'+装配"),
        ("A1", "A1-S1", "'@SUM(A1)", "'+装配"),
        ("A2", "", "<b>检漏</b>", ""),
        ("", "", "", "闲"),
    ]
    assert [rows[0][layer] for layer in ("taught", "practised", "assessed")] == ["1", "0", "1"]


def test_xlsx_holds_no_formula(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "coverage.xlsx"
    assert run(["-C", str(root), "--lang", "zh", "coverage", "--format", "xlsx", "--out", str(out)]) == 0
    matrix, orphans = load_workbook(out).worksheets
    assert [cell.value for cell in matrix[1]] == ["岗位", "职责", "编号", "任务或能力", "+装配", "闲"]
    assert [cell.value for cell in matrix[2]][2:5] == ["A1", "=1+1", "教 评"]
    assert {cell.data_type for row in matrix.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert matrix["D2"].quotePrefix
    assert [row[2].value for row in orphans.iter_rows(min_row=2)] == ["job:fitter#A2", "EV-2"]


class _Scopes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str | None] = []
        self.bold = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [dict(attrs).get("scope")] if tag == "th" else []
        self.bold += tag == "b"


def test_html_escapes_and_names_the_scope_of_its_headings(
    root: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    page = _Scopes()
    page.feed(answer(capfdbinary, root, "--format", "html").decode())
    assert page.found == ["col", "col", "col", "rowgroup", "row", "row", "row"]
    assert page.bold == 0


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_goes_into_a_file(root: Path, tmp_path: Path, format: str) -> None:
    out = tmp_path / "out"
    assert run(["-C", str(root), "coverage", "--format", format, "--out", str(out)]) == 0
    assert out.stat().st_size > 0


def test_a_book_without_jobs_is_told_so(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(write_library({})), "--lang", "en", "coverage", "ev", "--out", str(Path("/dev/null"))]) == 0
    assert "ev names no known job" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["none"], ["--format", "pdf"], ["--out", "/nowhere/at/all"]])
def test_wrong_use_ends_with_2(root: Path, arguments: list[str]) -> None:
    assert run(["-C", str(root), "coverage", *arguments]) == 2
