"""Wrong command lines are answered in the reader's language, in one line."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest

from tests.conftest import WriteLibrary
from textbuild.cli.app import run

WRONG = (
    "--bogus",
    "chekc",
    "nothing-like-a-command",
    "check --jbs 3",
    "check --jobs many",
    "check --jobs 0",
    "check --jobs",
    "check ev2",
    "check --as-of yesterday",
    "check --known-on yesterday",
    "check --known-on 2026-01-01",
    "check --format pdf",
    "check --fix=3",
    "check --fix --known-on 2026-01-01",
    "check --fail-within soon",
    "build ev2",
    "build --format docx",
    "build --form looseleaf",
    "serve ev2",
    "serve --port 99999999",
    "coverage ev2",
    "coverage --format pdf",
    "coverage ev --format csv --out nowhere/a.csv",
    "coverage ev --format csv --out .",
    "explain TB999",
    "explain citation-supersede",
    "schema novel",
    "schema book module",
    "new book ev",
    "new book 书 书",
    "new book ev 书",
    "new module ev a/b",
    "new module ev2 1-2",
    "new standard 无编号",
    "standards foo",
    "standards export",
    "standards export --format bibtex",
    "standards export --format csl --cited-by ev2",
    "standards export --format csl --verdict valid",
    "standards export --format csl --out nowhere/a.json",
    "standards show",
    'standards show GB99999999',
    "standards show GB38032",
    "standards list --format xml",
    "standards list --cited=1",
    "standards forecast --until 2020-01-01 --as-of 2026-01-01",
    "standards import missing.json",
    "standards import mkdocs.yml",
    "standards import mkdocs.yml --kind rumour",
    "standards import mkdocs.yml --on yesterday",
)  # fmt: skip
_ALLOWED = re.compile(
    r"--[a-z-]+|`[^`]*`|'[^']*'|/\S+|\b[\w-]+\.(?:json|yml|csv|md)\b|\bTB\d+\b|\b(?:books|standards)/\S*"
)
"""What is not said but named: options, code, paths, file names, codes of rules."""
_ENGLISH = re.compile(r"\b[a-z]{2,}(?: [a-z]{2,})+\b")
"""Two English words in a row."""


@pytest.fixture
def library(write_library: WriteLibrary, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_library({})
    monkeypatch.chdir(root)
    return root


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("command", WRONG)
def test_in_chinese_there_is_no_english_sentence(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "zh", *command.split()]) == 2
    *_, line = capsys.readouterr().err.splitlines()
    said = _ALLOWED.sub("", line.removeprefix("textbuild: "))
    assert re.search(r"[\u4e00-\u9fff]", said)
    assert not _ENGLISH.search(said), line


def test_outside_of_a_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TEXTBUILD_LANG", "zh")
    assert run(["check"]) == 2
    assert "都不是书库" in capsys.readouterr().err
    assert run(["-C", "nowhere", "check"]) == 2
    assert capsys.readouterr().err == "textbuild: 没有文件夹 nowhere\n"
    assert run(["-C", str(tmp_path), "check"]) == 2
    assert "不是书库：里面没有文件夹 `books/`" in capsys.readouterr().err


@pytest.mark.usefixtures("library")
def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert run(["--lang", "zh", "serve", "--port", str(taken.getsockname()[1])]) == 2
    assert "被占用" in capsys.readouterr().err


@pytest.mark.usefixtures("library")
def test_tables_have_chinese_headings_and_verdicts(capsys: pytest.CaptureFixture[str]) -> None:
    commands = ("show GB38031", "list", "stale --days 0", "parse GB38031-2025", "forecast --as-of 2026-06-01")
    shown = ""
    for command in commands:
        run(["--lang", "zh", "standards", *command.split()])
        shown += capsys.readouterr().out
    assert not re.search(r"\b(?:edition|verdict|title|current|superseded|number|successors|day)\b", shown), shown
    assert re.search(r"核对日 +\d{4}-", shown)
    assert "现行" in shown
