"""`--known-on`: today's books judged by what the records said on an earlier day."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import BATTERY, WriteLibrary
from textbuild.cli.app import run

OLD_BOOK = "---\ntitle: 甲\nid: EV-1\nbasis: [GB 38031—2020]\n---\n\n按 GB 38031—2020 检测。\n"
RECORD = "standards/national/gb-38031.yml"
BEFORE = BATTERY.partition("  - edition: GB 38031-2025")[0]
"""The record as it was before the new edition was heard of."""


def git(root: Path, *arguments: str, on: str = "2026-01-01T12:00:00+08:00", author: str = "", given: str = "") -> str:
    told = {"GIT_COMMITTER_DATE": on, "GIT_AUTHOR_DATE": author or on, "GIT_CONFIG_GLOBAL": os.devnull}
    who = {f"GIT_{role}_{field}": "t@example.org" for role in ("AUTHOR", "COMMITTER") for field in ("NAME", "EMAIL")}
    environment = {"PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1", **told, **who}
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, input=given, check=True, env=environment, capture_output=True, text=True).stdout


def commit(root: Path, files: Mapping[str, str], on: str, author: str = "") -> None:
    for path, content in files.items():
        (root / path).write_text(content, encoding="utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", on, on=on, author=author)


@pytest.fixture
def library(write_library: WriteLibrary) -> Path:
    """The new edition of GB 38031 is heard of on 2026-05-10; the book still teaches the old one."""
    root = write_library({"books/ev/1-1.md": OLD_BOOK})
    git(root, "init", "-q", "-b", "main")
    commit(root, {RECORD: BEFORE, ".gitignore": ".cache\n"}, "2026-03-01T09:00:00+08:00")
    commit(root, {RECORD: BATTERY}, "2026-05-10T09:00:00+08:00")
    return root


def answer(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    run(["-C", str(root), *arguments, "--format", "json"])
    return json.loads(capsys.readouterr().out)


def codes(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    return [one["code"] for one in answer(root, capsys, "check", *options)["diagnostics"]]


def test_a_book_is_judged_by_what_was_known(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "TB202" not in codes(library, capsys, "--as-of", "2026-07-01", "--known-on", "2026-05-09")
    assert "TB202" in codes(library, capsys, "--as-of", "2026-07-01", "--known-on", "2026-05-10")
    assert "TB202" in codes(library, capsys, "--as-of", "2026-07-01")


def test_the_answer_says_both_days(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ("--as-of", "2026-07-01", "--known-on", "2026-05-09")
    found = answer(library, capsys, "check", *days)
    assert (found["as_of"], found["known_on"]) == ("2026-07-01", "2026-05-09")
    for command in (["show", "GB 38031"], ["impact", "GB 38031-2020"], ["forecast"]):
        found = answer(library, capsys, "standards", *command, *days)
        assert (found["as_of"], found["known_on"]) == ("2026-07-01", "2026-05-09")
    days = ("--as-of", "2027-07-01", "--known-on", "2026-05-09")
    for command in (["list"], ["stale", "--days", "90"]):
        rows = answer(library, capsys, "standards", *command, *days)
        found = [(row["edition"], row["as_of"], row["known_on"]) for row in rows]
        assert found == [("GB 38031-2020", "2027-07-01", "2026-05-09")]


def test_the_remark_names_the_commit(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["-C", str(library), "--lang", "zh", "check", "--as-of", "2026-07-01", "--known-on", "2026-04-30"])
    shown = capsys.readouterr()
    assert "按 2026-07-01 判断，依据 2026-04-30 当天已有的记录：2026-03-01 的提交" in shown.err
    assert "依据 2026-04-30 当天已有的记录" in shown.out


def test_forecast_could_warn_from_the_day_it_was_known(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def changes(known_on: str) -> list[str]:
        days = ("--as-of", "2026-06-01", "--until", "2026-08-01", "--known-on", known_on)
        return [one["edition"] for one in answer(library, capsys, "standards", "forecast", *days)["changes"]]

    assert changes("2026-05-09") == []
    assert changes("2026-05-10") == ["GB 38031-2020"]


def test_what_is_not_committed_is_not_known(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "standards/national/gb-1.yml").write_text(
        "kind: standard\nnumber: GB 1\neditions: [{edition: GB 1-2020}]\n"
    )
    found = answer(library, capsys, "standards", "list", "--known-on", "2026-12-01")
    assert [row["edition"] for row in found] == ["GB 38031-2020", "GB 38031-2025"]


def test_findings_show_the_record_as_it_was(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(library, {RECORD: BEFORE.replace("effective: 2021", "efective: 2021")}, "2026-05-11T09:00:00+08:00")
    commit(library, {RECORD: BATTERY}, "2026-05-12T09:00:00+08:00")
    run(["-C", str(library), "check", "--as-of", "2026-07-01", "--known-on", "2026-05-11"])
    assert "    efective: 2021-01-01" in capsys.readouterr().out


def test_a_kept_answer_is_not_given_for_another_day(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        for day, expected in (("2026-05-09", 1), ("2026-05-10", 2)):
            assert len(answer(library, capsys, "standards", "list", "--known-on", day)) == expected


def test_fix_can_not_look_back(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(library), "check", "--fix", "--known-on", "2026-05-09"]) == 2
    assert (library / "books/ev/1-1.md").read_text(encoding="utf-8") == OLD_BOOK


def test_a_folder_that_is_no_library_is_told_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(tmp_path), "check", "--known-on", "2026-05-09"]) == 2
    assert "library" in capsys.readouterr().err
