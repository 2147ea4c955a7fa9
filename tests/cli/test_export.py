"""`textbuild standards export`: which editions go out, and where to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import WriteLibrary
from textbuild.cli.app import run


@pytest.fixture
def library(write_library: WriteLibrary) -> Path:
    other = "kind: standard\nnumber: GB 1\ntitle: 乙\neditions: [{edition: GB 1-2020}]\n"
    return write_library({"standards/a.yml": other})


def ids(library: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    capsys.readouterr()
    assert not run(["-C", str(library), "standards", "export", "--format", "csl", "--as-of", "2026-11-24", *options])
    return [one["id"] for one in json.loads(capsys.readouterr().out)]


def test_filters_are_those_of_list(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ids(library, capsys) == ["GB 1-2020", "GB 38031-2020", "GB 38031-2025"]
    assert ids(library, capsys, "--verdict", "current") == ["GB 38031-2025"]
    assert ids(library, capsys, "--text", "乙") == ["GB 1-2020"]
    assert ids(library, capsys, "--uncited") == ["GB 1-2020", "GB 38031-2020"]


def test_a_book_gives_what_it_cites(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    module = "---\ntitle: 甲\nbasis: [GB 38031]\n---\n\n按 GB 38031—2020 和 GB 1—2020。\n"
    (library / "books/ev/1-1.md").write_text(module, encoding="utf-8")
    assert ids(library, capsys, "--cited-by", "ev") == ["GB 38031-2025", "GB 38031-2020", "GB 1-2020"]


def test_it_goes_into_a_file(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.yaml"
    assert not run(["-C", str(library), "standards", "export", "--format", "relaton", "--out", str(out)])
    assert capsys.readouterr().out == ""
    assert out.read_text(encoding="utf-8").startswith("root:\n  title: 测试教材\n")
