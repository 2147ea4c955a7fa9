"""`textbuild standards import`, run as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import WriteLibrary
from textbuild.cli.app import run

ROWS = [
    {"C_STD_CODE": "GB 38031-2025", "C_C_NAME": "电动汽车用动力蓄电池安全要求", "STATE": "现行",
     "ISSUE_DATE": "2025-03-28", "ACT_DATE": "2026-07-01"},
    {"C_STD_CODE": "GB 18384-2025", "C_C_NAME": "电动汽车安全要求", "ISSUE_DATE": "2025-12-31", "ACT_DATE": "2026-07-01"},
]  # fmt: skip
CONFLICT = [{**ROWS[0], "ACT_DATE": "2027-01-01"}]
SWAPPED = [{**ROWS[1], "ISSUE_DATE": "2026-07-01", "ACT_DATE": "2025-12-31"}]


def saved(folder: Path, rows: list[dict[str, str]]) -> str:
    path = folder / "saved.json"
    path.write_text(json.dumps({"total": len(rows), "rows": rows}, ensure_ascii=False, indent=1), "utf-8")
    return str(path)


def files(root: Path) -> dict[str, str]:
    return {str(path.relative_to(root)): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def imported(root: Path, *arguments: str) -> int:
    return run(["--lang", "en", "-C", str(root), "standards", "import", *arguments, "--on", "2026-11-20"])


def test_it_adds_what_is_new(write_library: WriteLibrary, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_library({})
    assert imported(root, saved(tmp_path, ROWS)) == 0
    assert (
        "2 rows read; standards: 1 new, 1 changed, 0 unchanged; 0 conflicts; 0 rows rejected" in capsys.readouterr().err
    )
    assert "effective: 2026-07-01" in files(root)["standards/national/gb-18384.yml"]


def test_the_second_time_it_changes_nothing(
    write_library: WriteLibrary, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_library({})
    imported(root, saved(tmp_path, ROWS))
    before = files(root)
    imported(root, saved(tmp_path, ROWS))
    assert files(root) == before
    assert "0 new, 0 changed, 2 unchanged" in capsys.readouterr().err


def test_a_dry_run_shows_a_diff_and_writes_nothing(
    write_library: WriteLibrary, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_library({})
    before = files(root)
    assert imported(root, saved(tmp_path, ROWS), "--dry-run") == 0
    assert files(root) == before
    shown = capsys.readouterr().out
    assert "+++ b/standards/national/gb-18384.yml" in shown
    assert "+    reported: 现行" in shown


def test_a_conflict_is_told_with_both_sources_and_replaces_nothing(
    write_library: WriteLibrary, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_library({})
    assert imported(root, saved(tmp_path, CONFLICT), "--source", "检索页") == 1
    told = capsys.readouterr().err
    assert "TB104 GB 38031-2025 effective: 2026-07-01 (https://example.org/b) ≠ 2027-01-01 (检索页)" in told
    record = files(root)["standards/national/gb-38031.yml"]
    assert "effective: 2026-07-01\n" in record
    assert 'found: {effective: "2027-01-01"}' in record


def test_what_a_person_settled_is_kept_and_no_conflict_any_more(
    write_library: WriteLibrary, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = "standards/national/gb-38031.yml"
    root = write_library({})
    imported(root, saved(tmp_path, CONFLICT), "--source", "检索页")
    settled = "    settled:  # 查了公告\n      - {field: effective, value: 2026-07-01, by: 王老师, on: 2026-11-24, reason: 公告}\n"
    (root / path).write_text(files(root)[path].replace("    replaces:", settled + "    replaces:"), "utf-8")
    capsys.readouterr()
    assert imported(root, saved(tmp_path, CONFLICT), "--source", "检索页") == 0
    assert "1 unchanged; 0 conflicts" in capsys.readouterr().err
    assert imported(root, saved(tmp_path, CONFLICT), "--source", "又一页") == 0
    assert settled in files(root)[path]


def test_a_rejected_row_is_told_with_line_and_reason(
    write_library: WriteLibrary, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_library({})
    assert imported(root, saved(tmp_path, SWAPPED)) == 1
    told = capsys.readouterr().err
    assert "line 4 rejected: it comes into force on 2025-12-31, before it is published on 2026-07-01" in told


def test_a_record_that_can_not_be_read_is_left_as_it_is(
    write_library: WriteLibrary, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = "kind: standard\nnumber: GB 38031\neditions: [\n"
    root = write_library({"standards/national/gb-38031.yml": broken})
    assert imported(root, saved(tmp_path, ROWS)) == 1
    assert files(root)["standards/national/gb-38031.yml"] == broken
    assert "standards/national/gb-38031.yml" in capsys.readouterr().err


def test_no_file_is_wrong_use(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(write_library({}), "no-such-file.json") == 2
    assert "no-such-file.json" in capsys.readouterr().err


def test_a_hostile_number_writes_only_below_standards(write_library: WriteLibrary, tmp_path: Path) -> None:
    root = write_library({})
    before = set(files(root))
    imported(
        root,
        saved(tmp_path, [{**ROWS[0], "C_STD_CODE": "../../GB 1-2020"}, {**ROWS[0], "C_STD_CODE": "/etc/GB 1-2020"}]),
    )
    assert set(files(root)) == before


def test_a_folder_that_leads_out_of_the_library_is_not_written_to(
    write_library: WriteLibrary, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_library({"standards/national/gb-38031.yml": None, "standards/.keep": ""})
    (tmp_path / "elsewhere").mkdir()
    (root / "standards/national").symlink_to(tmp_path / "elsewhere")
    assert imported(root, saved(tmp_path, ROWS)) == 1
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert "standards/national/gb-18384.yml" in capsys.readouterr().err
