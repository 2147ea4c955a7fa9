"""`textbuild publish`: a printing is recorded once, as it was, and only for a sound book."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import WriteLibrary
from textbuild.cli.app import run

LEDGER = "published/ev.yml"


def publish(root: Path, *options: str) -> int:
    return run(["-C", str(root), "--lang", "en", "publish", "ev", "--as-of", "2026-11-24", *options])


def files(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_it_writes_the_ledger_and_nothing_else_and_shows_it(
    write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_library({})
    before = files(root)
    assert publish(root) == 0
    assert set(files(root)) - set(before) == {LEDGER}
    assert "+        basis: [GB 38031-2025]" in capsys.readouterr().out
    assert run(["-C", str(root), "check", "--as-of", "2026-11-24"]) == 0


def test_a_dry_run_writes_nothing(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_library({})
    assert publish(root, "--dry-run") == 0
    assert "+++ b/published/ev.yml" in capsys.readouterr().out
    assert not (root / LEDGER).exists()


def test_the_same_printing_again_changes_nothing(write_library: WriteLibrary) -> None:
    root = write_library({})
    publish(root)
    before = files(root)
    assert publish(root) == 0
    assert files(root) == before


def test_another_text_needs_another_printing(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_library({})
    publish(root)
    module, config = root / "books/ev/1-1.md", root / "books/ev/book.yml"
    module.write_text(module.read_text("utf-8") + "\n再检测一次。\n", "utf-8")
    before = files(root)
    assert publish(root) == 1
    assert files(root) == before
    assert "raise `edition`, `printing` or `version`" in capsys.readouterr().err
    config.write_text(config.read_text("utf-8") + "version: 0.2.0\n", "utf-8")
    assert publish(root) == 0
    text = (root / LEDGER).read_text("utf-8")
    assert text.index("id: ev-0.2.0") < text.index("id: ev-0.1.0")


def test_a_book_with_errors_is_not_recorded(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_library({"books/ev/1-1.md": "---\ntitle: 甲\nbasis: [GB 38031-2020]\n---\n"})
    assert publish(root) == 1
    assert "TB202" in capsys.readouterr().err
    assert not (root / LEDGER).exists()


def test_an_unknown_book_is_a_wrong_command(write_library: WriteLibrary) -> None:
    assert run(["-C", str(write_library({})), "publish", "none"]) == 2


def test_modules_without_an_id_are_named(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    publish(write_library({"books/ev/1-1.md": "---\ntitle: 甲\nbasis: [GB 38031]\n---\n"}))
    assert "books/ev/1-1.md" in capsys.readouterr().err


def test_a_ledger_that_can_not_be_read_is_left_alone(write_library: WriteLibrary) -> None:
    root = write_library({LEDGER: "a: [\n"})
    assert publish(root) == 1
    assert (root / LEDGER).read_text() == "a: [\n"


def test_a_folder_that_leads_out_of_the_library_is_not_written(write_library: WriteLibrary, tmp_path: Path) -> None:
    root = write_library({})
    (tmp_path / "elsewhere").mkdir()
    (root / "published").symlink_to(tmp_path / "elsewhere")
    assert publish(root) == 1
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_shared_pages_stay_when_a_ledger_can_not_be_read(
    write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_library({})
    publish(root)
    build = ["-C", str(root), "--lang", "en", "build", "--format", "html", "--as-of", "2026-11-24", "--jobs", "1"]
    assert run(build) == 0
    page = root / "output/site/v/ev-0.1.0/index.html"
    before = page.read_bytes()
    (root / LEDGER).write_text("a: [\n")
    assert run(build) == 1
    assert "portal has errors and was not built" in capsys.readouterr().err
    assert page.read_bytes() == before
