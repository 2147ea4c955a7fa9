"""Contract section 7: whatever a file holds, there is a diagnostic or one clear line, and nothing half-written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.conftest import WriteLibrary
from textbuild.cli.app import run

BOMB = "title: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 8)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MODULE = "---\ntitle: 甲\nid: EV-1\nbasis: [GB 38031]\n---\n\n正文\n"


def check(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[dict[str, object]]]:
    capsys.readouterr()
    code = run(["-C", str(root), "check", "--format", "json", "--as-of", "2026-11-24", *options])
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    return code, found


def codes(found: list[dict[str, object]]) -> set[object]:
    return {one["code"] for one in found}


def test_the_small_library_is_clean(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = check(write_library({}), capsys)
    assert code == 0
    assert [one for one in found if one["severity"] == "error"] == []


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"books/ev/1-1.md": "---\ntitle: 高压\n---\n".encode("gbk")}, "TB007", "books/ev/1-1.md"),
        ({"books/ev/1-1.md": b"# a\0b\n"}, "TB007", "books/ev/1-1.md"),
        ({"books/ev/1-1.md": "# 甲\n".encode("utf-16")}, "TB007", "books/ev/1-1.md"),
        ({"books/ev/1-1.md": "---\n- a\n- b\n---\n# 甲\n"}, "TB004", "books/ev/1-1.md"),
        ({"books/ev/1-1.md": "---\ntitle: [\n---\n# 甲\n"}, "TB002", "books/ev/1-1.md"),
        ({"books/ev/1-1.md": "---\ntitel: 甲\n---\n"}, "TB003", "books/ev/1-1.md"),
        ({"books/ev/1-1.md": "---\ntitle: 甲\ntitle: 乙\n---\n"}, "TB005", "books/ev/1-1.md"),
        ({"books/ev/book.yml": BOMB}, "TB002", "books/ev/book.yml"),
        ({"books/ev/book.yml": "title: [a]\n"}, "TB004", "books/ev/book.yml"),
        ({"books/ev/book.yml": "title: a\nnav: [{a: b, c: d}]\n"}, "TB004", "books/ev/book.yml"),
        ({"books/ev/book.yml": "title: a\nnav: [../../../etc/passwd]\n"}, "TB313", "books/ev/book.yml"),
        ({"books/ev/book.yml": "title: a\nnav: [nothing.md]\n"}, "TB310", "books/ev/book.yml"),
        ({"books/ev/book.yml": None}, "TB001", "books/ev/book.yml"),
        ({"books/library.yml": None}, "TB001", "books/library.yml"),
        ({"books/library.yml": "x: 1\n"}, "TB003", "books/library.yml"),
        ({"books/zwei/book.yml": "id: ev\ntitle: b\n", "books/zwei/1.md": MODULE}, "TB006", "books/zwei/book.yml"),
        ({"books/ev/1-2.md": MODULE}, "TB006", "books/ev/1-2.md"),
        ({"books/ev/1-1.md": MODULE + "![图](images/none.svg)\n"}, "TB311", "books/ev/1-1.md"),
        ({"books/ev/1-1.md": MODULE + "![图](../../../etc/passwd)\n"}, "TB313", "books/ev/1-1.md"),
        ({"books/ev/1-1.md": MODULE + "<script>alert(1)</script>\n"}, "TB320", "books/ev/1-1.md"),
        ({"books/ev/glossary.yml": BOMB}, "TB002", "books/ev/glossary.yml"),
        ({"books/ev/glossary.yml": "terms: [a]\n"}, "TB004", "books/ev/glossary.yml"),
        (
            {"books/ev/glossary.yml": "terms:\n  - {term: a, definition: 见 GB 99999}\n"},
            "TB201",
            "books/ev/glossary.yml",
        ),
        ({"books/glossary.yml": b"terms: \xff\n"}, "TB007", "books/glossary.yml"),
        ({"books/glossary/book.yml": "title: a\n"}, "TB004", "books/glossary/book.yml"),
        ({"standards/a.yml": "kind: nonsense\n"}, "TB004", "standards/a.yml"),
        ({"standards/a.yml": "[1, 2]"}, "TB004", "standards/a.yml"),
        ({"standards/a.yml": "kind: standard\nnumber: GB 38031\neditions: [{edition: GB 38031-2099}]\n"}, "TB006", ""),
        ({"standards/a.yml": "a: !!python/object/apply:os.system [id]"}, "TB002", "standards/a.yml"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_fault_has_its_diagnostic(
    write_library: WriteLibrary,
    capsys: pytest.CaptureFixture[str],
    changes: dict[str, str | bytes | None],
    code: str,
    path: str,
) -> None:
    exit_code, found = check(write_library(changes), capsys)
    assert exit_code == 1
    matching = [one for one in found if one["code"] == code]
    assert matching
    assert not path or path in {one["path"] for one in matching}


def test_a_book_without_modules_is_found(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    exit_code, found = check(write_library({"books/ev/1-1.md": None}), capsys)
    assert exit_code == 1
    assert "TB303" in codes(found)


def test_a_link_out_of_the_library_is_not_followed(
    write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_library({})
    (root / "books/ev/2.md").symlink_to("/etc/passwd")
    _, found = check(root, capsys)
    assert "TB001" in codes(found)
    assert "root:" not in json.dumps(found)


def test_a_named_pipe_does_not_hang(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_library({})
    os.mkfifo(root / "books/ev/2.md")
    assert "TB001" in codes(check(root, capsys)[1])


@pytest.mark.parametrize("folder", ["missing", "empty"])
def test_no_library_is_one_line_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    (tmp_path / "empty").mkdir()
    assert run(["-C", str(tmp_path / folder), "check"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert folder in error


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "no-such-book"],
        ["check", "--as-of", "yesterday"],
        ["check", "--format", "xml"],
        ["build", "--format", "docx"],
        ["build", "no-such-book"],
        ["explain", "TB999"],
        ["schema", "x"],
        ["standards", "show", "GB 99999"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_exit_code_2(
    write_library: WriteLibrary, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(["-C", str(write_library({})), *arguments]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_book_with_errors_is_not_built_and_the_other_is(
    write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_library(
        {
            "books/bad/book.yml": "title: b\n",
            "books/bad/1.md": "---\nbasis: [GB 38031-2020]\n---\n# 乙\n\nGB 38031—2020\n",
        }
    )
    assert run(["-C", str(root), "build", "--format", "html", "--as-of", "2026-11-24"]) == 1
    assert (root / "output/site/ev/index.html").exists() or (root / "output/site/ev/1-1.html").exists()
    assert not (root / "output/site/bad").exists()
