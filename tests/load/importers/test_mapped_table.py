"""Tables that say of each field whether it was read: what was not read is never presented as read."""

from __future__ import annotations

from pathlib import Path

import pytest

from textbuild.load.importers import read_rows
from textbuild.load.importers.row import ImportedRow, Rejected
from textbuild.model.standard import Evidence

MAPPING = """\
on: 2026-11-23
columns: {number: number, title: title_zh, sector: sector, reported: status, published: issue, effective: impl,
  replaces: replaces, replaced_by: replaced_by, source: source, kind: quality, seen: seen, note: note}
kinds: {A: official, B: catalogue, C: press, "": recalled}
sectors: {新能源汽车: [new-energy-vehicles]}
seen: {num: [number], title: [title], dates: [published, effective], impl: [effective], issue-month: ["published:month"],
  status: [reported], replaces: [replaces], all: [number, title, published, effective, reported, replaces, replaced_by]}
unseen: [{field: title, note: "title recalled", unless: "title now read"}]
abolished: [废止]
doubtful: {unknown: 现行与否不明}
overrides:
  GB 10395.1-2025:
    checks: [{source: 另一页, kind: press, on: 2026-11-23, saw: [effective], found: {effective: 2027-01-01}}]
"""
HEADER = "number,title_zh,sector,status,issue,impl,replaces,replaced_by,source,quality,seen,note"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "standards/mappings").mkdir(parents=True)
    (tmp_path / "standards/mappings/table.yml").write_text(MAPPING, "utf-8")
    return tmp_path


def one(root: Path, line: str) -> ImportedRow:
    (root / "table.csv").write_text(f"{HEADER}\n{line}\n", "utf-8")
    [found] = read_rows(root, root / "table.csv")
    assert isinstance(found, ImportedRow), found
    return found


def test_a_date_that_was_not_read_is_left_out(root: Path) -> None:
    row = one(root, 'GB 38031-2025,安全要求,新能源汽车,现行,2025-03-28,2026-07-01,,,页,B,"num,title,impl",')
    assert (row.published, str(row.effective)) == (None, "2026-07-01")
    assert row.checks[0].saw == ("number", "title", "effective")


def test_a_status_that_was_not_read_is_no_label(root: Path) -> None:
    assert one(root, 'GB 1-2020,甲,新能源汽车,现行,,,,,页,B,"num,title",').reported is None


@pytest.mark.parametrize(("status", "doubt"), [("unknown", "现行与否不明"), ("现行", None)])
def test_a_row_of_which_the_table_knows_no_state_leaves_a_doubt(root: Path, status: str, doubt: str | None) -> None:
    row = one(root, f'GB 1-2020,甲,新能源汽车,{status},2020-01-01,2020-07-01,,,页,B,"num,title,dates",')
    assert [check.doubt for check in row.checks] == [doubt]


def test_a_recalled_title_is_kept_and_marked(root: Path) -> None:
    row = one(root, "GB 1-2020,甲,新能源汽车,现行,,,,,页,B,num,")
    read, recalled = row.checks
    assert row.title == "甲"
    assert (read.kind, read.saw) == (Evidence.CATALOGUE, ("number",))
    assert (recalled.kind, recalled.saw) == (Evidence.RECALLED, ("title",))


def test_a_note_can_take_a_title_back(root: Path) -> None:
    taken = one(root, 'GB 1-2020,甲,新能源汽车,现行,,,,,页,B,"num,title",zh title recalled')
    given = one(root, 'GB 1-2020,甲,新能源汽车,现行,,,,,页,B,"num,title",zh title recalled ; zh title now read')
    assert [check.kind for check in taken.checks] == [Evidence.CATALOGUE, Evidence.RECALLED]
    assert [check.kind for check in given.checks] == [Evidence.CATALOGUE]


def test_a_recalled_row_gives_no_dates(root: Path) -> None:
    row = one(root, "GB 17859-1999,准则,新能源汽车,现行,1999-09-13,2001-01-01,,,,,,")
    assert (row.published, row.effective) == (None, None)
    assert [check.kind for check in row.checks] == [Evidence.RECALLED]


def test_a_recalled_relation_is_kept_and_marked(root: Path) -> None:
    row = one(root, 'GB 1-2020,甲,新能源汽车,现行,2020-01-01,2020-02-01,GB 1-2010,,页,B,"num,title,dates",')
    assert [one.edition for one in row.replaces] == ["GB 1-2010"]
    assert row.checks[1].saw == ("replaces",)


def test_only_the_month_that_was_read_is_kept(root: Path) -> None:
    row = one(root, 'GB 1-2019,甲,新能源汽车,现行,2019-05-17,,,,页,B,"num,issue-month",')
    assert str(row.published) == "2019-05"


def test_a_day_with_unknown_effective_date_is_accepted(root: Path) -> None:
    assert one(root, "GB/Z 1-2007,甲,新能源汽车,现行,2007-06-14,,,,页,B,all,").effective is None


@pytest.mark.parametrize(
    ("quality", "kind"), [("A", Evidence.OFFICIAL), ("B", Evidence.CATALOGUE), ("C", Evidence.PRESS)]
)
def test_quality_is_the_kind_of_evidence(root: Path, quality: str, kind: Evidence) -> None:
    assert one(root, f"GB 1-2020,甲,新能源汽车,现行,,,,,页,{quality},all,").checks[0].kind is kind


def test_withdrawn_without_a_successor_was_read_or_only_concluded(root: Path) -> None:
    read = one(root, 'TB/T 2705-2010,甲,新能源汽车,废止,,,,,页,B,"num,status",')
    concluded = one(root, "TB/T 2705-2010,甲,新能源汽车,废止,,,,,页,B,num,")
    assert read.abolished is not None
    assert concluded.abolished is not None
    assert (read.abolished.kind, concluded.abolished.kind) == (Evidence.CATALOGUE, Evidence.RECALLED)


def test_a_conflict_that_a_person_read_in_the_notes_is_kept(root: Path) -> None:
    row = one(root, "GB 10395.1-2025,甲,新能源汽车,现行,2025-12-02,2026-11-01,,,页,B,all,CONFLICT")
    assert row.checks[-1].found == {"effective": "2027-01-01"}


def test_a_row_without_a_number_is_rejected_with_its_line(root: Path) -> None:
    (root / "table.csv").write_text(f'{HEADER}\n,"甲\n乙",新能源汽车,现行,,,,,页,B,all,\n', "utf-8")
    [rejected] = read_rows(root, root / "table.csv")
    assert isinstance(rejected, Rejected)
    assert rejected.line == 3
