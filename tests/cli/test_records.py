"""`textbuild records merge` and `textbuild quiz export` as their users run them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.conftest import WriteLibrary
from textbuild.cli.app import run
from textbuild.load.learning import read_record

TYPES = "http://adlnet.gov/expapi/activities/"
VERBS = "http://adlnet.gov/expapi/verbs/"


def statement(id_: str, verb: str, type_: str, **result: Any) -> dict[str, Any]:
    module = {"id": "urn:x-textbuild:ev/1-1.html", "definition": {"name": {"zh-CN": "绝缘检测"}}}
    object_ = {
        "id": f"urn:x-textbuild:ev/1-1.html#{type_}",
        "definition": {"type": TYPES + type_, "name": {"zh-CN": "=题"}},
    }
    return {
        "id": id_, "verb": {"id": VERBS + verb}, "object": object_, "result": result, "timestamp": "2026-11-24T08:00:00Z",
        "actor": {"account": {"name": "0123456789"}}, "context": {"contextActivities": {"parent": [module]}},
    }  # fmt: skip


def write(folder: Path, name: str, student: str, *statements: object) -> Path:
    file = folder / name
    found = {"format": "textbuild-records", "version": 1, "student": student, "statements": statements}
    file.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    return file


READ = statement("1", "experienced", "module")
WRONG = statement("2", "answered", "cmi.interaction", success=False, response="A[,]C")
RIGHT = statement("3", "answered", "cmi.interaction", success=True, response="B")
TEST = statement("4", "completed", "assessment", score={"scaled": 0.5})
BETTER = statement("5", "completed", "assessment", score={"scaled": 0.8})
CELL = statement("6", "completed", "simulation", score={"scaled": 1})


def rows(file: Path, sheet: str) -> list[tuple[Any, ...]]:
    return list(load_workbook(file)[sheet].values)


def test_a_class_as_a_workbook(tmp_path: Path) -> None:
    first = write(tmp_path, "a.json", "王", READ, WRONG, RIGHT, TEST, BETTER)
    again = write(tmp_path, "b.json", "王", WRONG, CELL)
    other = write(
        tmp_path, "c.json", "", statement("9", "answered", "cmi.interaction", success=False, response="A[,]C")
    )
    out = tmp_path / "class.xlsx"
    assert run(["--lang", "zh", "records", "merge", str(first), str(again), str(other), "--out", str(out)]) == 0
    head, *students = rows(out, "学习情况")
    assert head[1] == "绝缘检测\n读完"
    assert students == [("01234567", None, None, None), ("王", "✓", 0.8, 1.0)]
    assert rows(out, "答题情况")[1:] == [("绝缘检测", "=题", 3, 2, "A、C", 2)]
    assert load_workbook(out)["答题情况"]["B2"].data_type == "s"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe\x00", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"{}", "no learning record"),
        (b'{"format": "textbuild-records", "version": 2}', "another version"),
        (b'{"format": "textbuild-records", "version": 1, "statements": 5}', "missing or too long"),
    ],
)
def test_a_bad_file_is_told_in_a_line_and_the_others_are_merged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, told: str
) -> None:
    (tmp_path / "class").mkdir()
    write(tmp_path / "class", "a.json", "王", READ)
    (tmp_path / "class" / "bad.json").write_bytes(content)
    out = tmp_path / "class.xlsx"
    assert run(["--lang", "en", "records", "merge", str(tmp_path / "class"), "--out", str(out)]) == 1
    [line] = [line for line in capsys.readouterr().err.splitlines() if "bad.json" in line]
    assert told in line
    assert rows(out, "students")[1][0] == "王"


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "records", "merge", str(tmp_path / "no.json"), "--out", str(tmp_path / "a.xlsx")]) == 1
    assert "can not be read" in capsys.readouterr().err
    assert not (tmp_path / "a.xlsx").exists()


KEYS = "id verb object result score scaled context contextActivities parent definition name zh-CN actor account type"
JSON: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=4),
    max_leaves=20,
)


@given(JSON, JSON)
def test_any_statements_give_a_record(tmp_path_factory: pytest.TempPathFactory, one: object, student: object) -> None:
    file = tmp_path_factory.mktemp("any") / "a.json"
    file.write_text(json.dumps({"format": "textbuild-records", "version": 1, "student": student, "statements": [one]}))
    assert read_record(file)


def test_quizzes_are_exported(write_library: WriteLibrary, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quiz = "!!! quiz\n\n    可以吗？\n\n    - [x] 可以\n    - [ ] 不\n      错。\n"
    old = quiz + "\n    解析：见 GB 38031—2020。\n"
    root = write_library({"books/ev/1-1.md": f"---\ntitle: 甲\n---\n\n{quiz}\n{old}"})
    for format_ in ("gift", "qti"):
        out = tmp_path / format_
        command = ["-C", str(root), "--lang", "en", "quiz", "export", "ev", "--format", format_, "--out", str(out)]
        assert run([*command, "--as-of", "2026-11-24"]) == 0
        assert "1-1.md:13: left out: question 2" in capsys.readouterr().err
    assert "::甲 自测 1::" in (tmp_path / "gift").read_text("utf-8")
    assert "items/m1-q1.xml" in ZipFile(io.BytesIO((tmp_path / "qti").read_bytes())).namelist()


def test_a_book_without_questions_has_nothing_to_export(write_library: WriteLibrary, tmp_path: Path) -> None:
    command = ["-C", str(write_library({})), "quiz", "export", "ev", "--format", "gift", "--out", str(tmp_path / "a")]
    assert run(command) == 2
