"""`textbuild check` as its users run it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import WriteLibrary
from textbuild.cli.app import run

OLD = "---\ntitle: 甲\nid: EV-1\nbasis: [GB 38031]\n---\n\n## 节\n\n按 GB38031-2020 检测，`GB38031-2020` 是代码。\n"


def check(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, dict[str, object]]:
    capsys.readouterr()
    code = run(["-C", str(root), "check", "--format", "json", *options])
    answer = json.loads(capsys.readouterr().out)
    assert isinstance(answer, dict)
    return code, answer


def codes(answer: dict[str, object]) -> list[str]:
    found = answer["diagnostics"]
    assert isinstance(found, list)
    return [one["code"] for one in found]


def test_json_has_the_form_of_the_contract(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = check(write_library({"books/ev/1-1.md": OLD}), capsys, "--as-of", "2026-11-24")
    assert code == 1
    assert {key: answer[key] for key in ("as_of", "books", "modules", "standards")} == {
        "as_of": "2026-11-24",
        "books": 1,
        "modules": 1,
        "standards": 1,
    }
    found = answer["diagnostics"]
    assert isinstance(found, list)
    [one] = [one for one in found if one["code"] == "TB202"]
    assert (one["name"], one["severity"], one["path"]) == ("citation-superseded", "error", "books/ev/1-1.md")
    assert (one["line"], one["column"], one["end_line"], one["end_column"]) == (9, 3, 9, 15)
    assert one["fix"] == {"replacement": "GB 38031—2025"}


def test_the_day_decides(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_library({"books/ev/1-1.md": OLD})
    assert "TB202" not in codes(check(root, capsys, "--as-of", "2026-06-30")[1])
    assert "TB202" in codes(check(root, capsys, "--as-of", "2026-07-01")[1])


def test_a_kept_answer_is_not_given_to_another_question(
    write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_library({"books/ev/1-1.md": OLD})
    first = check(root, capsys, "--as-of", "2026-11-24")
    assert check(root, capsys, "--as-of", "2026-11-24") == first
    (root / "books/ev/1-1.md").write_text(OLD.replace("2020 检", "2025 检"), encoding="utf-8")
    assert "TB202" not in codes(check(root, capsys, "--as-of", "2026-11-24")[1])


def test_fix_mends_the_number_and_leaves_code_alone(
    write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_library({"books/ev/1-1.md": OLD})
    code, answer = check(root, capsys, "--as-of", "2026-11-24", "--fix")
    assert code == 0
    assert not {"TB202", "TB207"} & set(codes(answer))
    text = (root / "books/ev/1-1.md").read_text(encoding="utf-8")
    assert "按 GB 38031—2025 检测，`GB38031-2020` 是代码。" in text


@pytest.mark.parametrize("format", ["text", "json", "sarif", "github"])
def test_every_format_shows_the_finding(
    write_library: WriteLibrary, capsys: pytest.CaptureFixture[str], format: str
) -> None:
    root = write_library({"books/ev/1-1.md": OLD})
    assert run(["-C", str(root), "check", "--format", format, "--as-of", "2026-11-24"]) == 1
    out = capsys.readouterr().out
    assert "TB202" in out
    if format in ("json", "sarif"):
        json.loads(out)


def test_messages_come_in_both_languages(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_library({"books/ev/1-1.md": OLD})
    for language, word in (("zh", "代替"), ("en", "replaced")):
        run(["-C", str(root), "--lang", language, "check", "--as-of", "2026-11-24"])
        assert word in capsys.readouterr().out


def test_a_book_is_asked_for_by_its_id(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_library({"books/ev/book.yml": "id: ev-battery\ntitle: 甲\n", "books/ev/1-1.md": OLD})
    code, answer = check(root, capsys, "ev-battery", "--as-of", "2026-11-24")
    assert (code, "TB202" in codes(answer)) == (1, True)
    assert run(["-C", str(root), "check", "ev"]) == 2


def test_only_the_books_asked_for_are_told(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_library(
        {
            "books/ev/1-1.md": OLD,
            "books/two/book.yml": "title: b\n",
            "books/two/1.md": "---\nbasis: [GB 38031]\n---\n正文\n",
        }
    )
    assert check(root, capsys, "two", "--as-of", "2026-11-24")[0] == 0
    assert check(root, capsys, "ev", "--as-of", "2026-11-24")[0] == 1
