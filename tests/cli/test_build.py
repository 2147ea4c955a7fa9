"""`textbuild build` as its users run it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import WriteLibrary
from textbuild.cli.app import run

SECOND = {
    "books/two/book.yml": "title: 第二本\n",
    "books/two/1.md": "---\ntitle: 乙\nbasis: [GB 38031]\n---\n\n## 节\n\n按 GB 38031—2025。\n",
}


def build(root: Path, *options: str) -> int:
    return run(["-C", str(root), "--lang", "en", "build", "--format", "html", "--as-of", "2026-11-24", *options])


def content(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def built(capsys: pytest.CaptureFixture[str]) -> Callable[[], list[str]]:
    """Gives the lines about artefacts that the last build printed."""

    def lines() -> list[str]:
        return [line.split()[1] for line in capsys.readouterr().err.splitlines() if line.startswith("✓")]

    return lines


def test_a_book_becomes_a_site_with_a_portal_and_its_standards_pages(write_library: WriteLibrary) -> None:
    root = write_library({})
    assert build(root) == 0
    site = root / "output" / "site"
    assert "GB 38031—2025" in (site / "ev" / "1-1.html").read_text(encoding="utf-8")
    assert "动力电池" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "standards" / "gb-38031" / "index.html").exists()


def test_the_same_inputs_give_the_same_bytes(write_library: WriteLibrary, tmp_path: Path) -> None:
    root = write_library(SECOND)
    assert build(root, "--out", str(tmp_path / "a"), "--jobs", "1") == 0
    assert build(root, "--out", str(tmp_path / "b"), "--jobs", "2", "--force") == 0
    first = content(tmp_path / "a")
    assert first
    assert content(tmp_path / "b") == first


def test_what_has_not_changed_is_not_built_again(write_library: WriteLibrary, built: Callable[[], list[str]]) -> None:
    root = write_library(SECOND)
    build(root)
    assert set(built()) == {"assets", "ev", "portal", "search", "two"}
    build(root)
    assert built() == []
    (root / "books/two/1.md").write_text(SECOND["books/two/1.md"] + "\n新的一段。\n", encoding="utf-8")
    build(root)
    assert set(built()) == {"portal", "search", "two"}
    assert "新的一段" in (root / "output/site/two/1.html").read_text(encoding="utf-8")


def test_what_was_built_elsewhere_since_is_still_built_here(write_library: WriteLibrary, tmp_path: Path) -> None:
    root = write_library(SECOND)
    build(root)
    (root / "books/two/1.md").write_text(SECOND["books/two/1.md"] + "\n新的一段。\n", encoding="utf-8")
    build(root, "--out", str(tmp_path / "elsewhere"))
    build(root)
    assert "新的一段" in (root / "output/site/two/1.html").read_text(encoding="utf-8")


def test_a_change_that_is_taken_back_is_built_again(write_library: WriteLibrary) -> None:
    root = write_library(SECOND)
    build(root)
    page, source = root / "output/site/two/1.html", root / "books/two/1.md"
    source.write_text(SECOND["books/two/1.md"] + "\n新的一段。\n", encoding="utf-8")
    build(root)
    source.write_text(SECOND["books/two/1.md"], encoding="utf-8")
    build(root)
    assert "新的一段" not in page.read_text(encoding="utf-8")


def test_an_output_that_is_gone_is_built_again(write_library: WriteLibrary) -> None:
    root = write_library({})
    build(root)
    page = root / "output/site/ev/1-1.html"
    for path in sorted(page.parent.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    page.parent.rmdir()
    build(root)
    assert page.exists()


def test_another_day_is_another_output(write_library: WriteLibrary) -> None:
    root = write_library({"books/ev/1-1.md": "---\ntitle: 甲\nbasis: [GB 38031]\n---\n\n正文\n"})
    page = root / "output/site/ev/1-1.html"
    for day, edition in (("2026-06-30", "GB 38031—2020"), ("2026-07-01", "GB 38031—2025")):
        assert build(root, "--as-of", day) == 0
        assert edition in page.read_text(encoding="utf-8")


def test_an_error_keeps_the_last_good_output(write_library: WriteLibrary) -> None:
    root = write_library({})
    build(root)
    before = content(root / "output/site/ev")
    (root / "books/ev/1-1.md").write_text("---\nbasis: [GB 38031]\n---\n# 甲\n\nGB 38031—2020\n", encoding="utf-8")
    assert build(root) == 1
    assert content(root / "output/site/ev") == before


def test_pdf_is_the_same_each_time_and_carries_every_heading(write_library: WriteLibrary, tmp_path: Path) -> None:
    root = write_library({})
    command = ["-C", str(root), "build", "--format", "pdf", "--as-of", "2026-11-24", "--out"]
    assert run([*command, str(tmp_path / "a")]) == 0
    assert run([*command, str(tmp_path / "b"), "--force"]) == 0
    first, second = ((tmp_path / out / "pdf" / "ev.pdf").read_bytes() for out in "ab")
    assert first == second
    assert first.startswith(b"%PDF-")
