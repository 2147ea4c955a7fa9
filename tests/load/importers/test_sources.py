"""Each source in the form in which users save it."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from textbuild.load.importers import read_rows
from textbuild.load.importers.row import ImportedRow, ImportFailedError, Rejected
from textbuild.model.standard import Evidence

DAY = date(2026, 11, 20)


def rows(path: Path) -> list[ImportedRow | Rejected]:
    return list(read_rows(path.parent, path, on=DAY))


def row(path: Path) -> ImportedRow:
    [found] = rows(path)
    assert isinstance(found, ImportedRow), found
    return found


def national(path: Path, *entries: dict[str, Any]) -> Path:
    path.write_text(json.dumps({"total": len(entries), "rows": entries}, ensure_ascii=False, indent=1), "utf-8")
    return path


ENTRY = {
    "C_STD_CODE": "GB 38031-2025", "C_C_NAME": "电动汽车用<sacinfo>动力蓄电池</sacinfo>安全要求", "STD_NATURE": "强标",
    "STATE": "即将实施", "ISSUE_DATE": "2025-03-28", "ACT_DATE": "2026-07-01",
}  # fmt: skip


def test_national_search(tmp_path: Path) -> None:
    found = row(national(tmp_path / "saved.json", ENTRY))
    assert (found.number.canonical, found.title, found.nature) == (
        "GB 38031-2025", "电动汽车用动力蓄电池安全要求", "mandatory"
    )  # fmt: skip
    assert (str(found.published), str(found.effective), found.reported) == ("2025-03-28", "2026-07-01", "即将实施")


def test_a_reading_names_only_what_the_source_gave(tmp_path: Path) -> None:
    found = row(national(tmp_path / "saved.json", {**ENTRY, "ACT_DATE": ""}))
    [check] = found.checks
    assert (check.kind, check.on) == (Evidence.OFFICIAL, DAY)
    assert check.saw == ("number", "title", "published", "reported")


def test_swapped_dates_are_rejected_with_their_line(tmp_path: Path) -> None:
    good, bad = ENTRY, {**ENTRY, "ISSUE_DATE": "2026-07-01", "ACT_DATE": "2025-03-28"}
    path = national(tmp_path / "saved.json", good, bad)
    kept, rejected = rows(path)
    assert isinstance(kept, ImportedRow)
    assert isinstance(rejected, Rejected)
    line = path.read_text("utf-8").split("\n")[rejected.line - 1]
    assert line.strip() == "{"
    assert rejected.line > kept.line


def test_a_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    path = national(tmp_path / "saved.json", ENTRY, ENTRY)
    path.write_text(path.read_text("utf-8")[:-60], "utf-8")
    kept, rejected = rows(path)
    assert isinstance(kept, ImportedRow)
    assert isinstance(rejected, Rejected)


def test_sector_search_reads_milliseconds_as_days_in_china(tmp_path: Path) -> None:
    path = tmp_path / "saved.json"
    record = {"code": "QC/T 1198-2023", "chName": "电缆组件", "status": "现行", "issueDate": 1702998000000 + 3600000 * 2,
              "actDate": 1719763200000, "industry": "汽车", "chargeDept": "工业和信息化部"}  # fmt: skip
    path.write_text(json.dumps({"records": [record]}, ensure_ascii=False), "utf-8")
    found = row(path)
    assert (str(found.published), str(found.effective), found.issuer) == ("2023-12-20", "2024-07-01", "工业和信息化部")


HEADINGS = "标准号,标准名称,状态,发布日期,实施日期,代替标准,ICS,CCS"
CELLS = "GB/T 18384.1—2015,电动汽车 安全要求,废止,2015/5/15,2015-10-01,GB/T 18384.1-2001；GB/T 18384.2-2001,43.020,T47"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_with_chinese_headings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(f"{HEADINGS}\r\n\r\n{CELLS}\r\n".encode(encoding))
    found = row(path)
    assert (found.line, found.title, str(found.published)) == (3, "电动汽车 安全要求", "2015-05-15")
    assert [one.edition for one in found.replaces] == ["GB/T 18384.1-2001", "GB/T 18384.2-2001"]
    assert (found.ics, found.ccs) == (("43.020",), ("T47",))


def test_a_hand_kept_table_is_no_official_source(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"{HEADINGS}\n{CELLS}\n", "utf-8")
    assert row(path).checks[0].kind is Evidence.PRESS


def test_workbook_with_headings_below_a_title(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("标准", 0)
    sheet.append(["常用标准"])
    sheet.append(HEADINGS.split(","))
    sheet.append(["GB 38031-2025", "安全要求", "现行", datetime(2025, 3, 28), "2026-07-01", None, 43.12, "T47"])
    book.save(tmp_path / "table.xlsx")
    found = row(tmp_path / "table.xlsx")
    assert (found.line, str(found.published), str(found.effective)) == (3, "2025-03-28", "2026-07-01")


@pytest.mark.parametrize("name", ["a.xlsx", "a.xml", "a.json", "a.jsonl", "a.csv", "a.txt", "missing.json"])
@pytest.mark.parametrize("content", [b"", b"\x00\xff garbage", b"{", b"<rfc-index", b"PK\x03\x04broken"])
def test_a_file_that_is_none_is_told_in_one_line(tmp_path: Path, name: str, content: bytes) -> None:
    if name != "missing.json":
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ImportFailedError) as failed:
        rows(tmp_path / name)
    assert name in str(dict(failed.value.message.values)["file"])


def iso(path: Path, *entries: dict[str, Any]) -> Path:
    lines = [
        json.dumps({"title": {"en": "Robots", "fr": "Robots"}, "publicationDate": "2025-02-01", **one})
        for one in entries
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_iso_relations_are_ids(tmp_path: Path) -> None:
    old = {
        "id": 1,
        "reference": "ISO 10218-1:2011",
        "publicationDate": "2011-07-01",
        "currentStage": 9599,
        "replacedBy": [2],
    }
    new = {"id": 2, "reference": "ISO 10218-1:2025", "currentStage": 6060, "replaces": [1], "icsCode": ["25.040.30"]}
    older, newer = rows(iso(tmp_path / "iso.jsonl", old, new))
    assert isinstance(older, ImportedRow)
    assert isinstance(newer, ImportedRow)
    assert [one.edition for one in newer.replaces] == ["ISO 10218-1:2011"]
    assert [one.edition for one in older.replaced_by] == ["ISO 10218-1:2025"]
    assert older.reported == "withdrawn (stage 95.99)"
    assert older.abolished is not None
    assert newer.abolished is None
    assert newer.title_en == "Robots"


def test_iso_csv_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "iso.csv"
    path.write_text(
        "id,reference,title.en,publicationDate,edition,currentStage,replaces,replacedBy,icsCode\n"
        '1,ISO 10218-1:2011,Robots,2011-07-01,2,9599,,[2],"[""25.040.30""]"\n'
        "2,ISO 10218-1:2025,Robots,2025-02-01,3,6060,[1],,\n",
        "utf-8",
    )
    older, newer = rows(path)
    assert isinstance(older, ImportedRow)
    assert isinstance(newer, ImportedRow)
    assert [one.edition for one in newer.replaces] == ["ISO 10218-1:2011"]
    assert older.ics == ("25.040.30",)


def test_iso_dangling_ids_doubled_ids_drafts_and_projects_do_no_harm(tmp_path: Path) -> None:
    found = rows(iso(
        tmp_path / "iso.jsonl",
        {"id": 1, "reference": "ISO 1:2020", "currentStage": 6060, "replaces": [99]},
        {"id": 1, "reference": "ISO 1:2021", "currentStage": 6060},
        {"id": 3, "reference": "ISO/DIS 3", "currentStage": 4020},
        {"id": 4, "reference": "ISO/DIS 4", "currentStage": 9599},
    ))  # fmt: skip
    assert [type(one) for one in found] == [ImportedRow, Rejected, Rejected, Rejected]
    assert [one.line for one in found] == [1, 2, 3, 4]
    assert isinstance(found[0], ImportedRow)
    assert found[0].replaces == ()
    assert len(found[0].remarks) == 1


INDEX = """<?xml version="1.0" encoding="UTF-8"?>
<rfc-index xmlns="https://example.org/rfc-index">
<bcp-entry><doc-id>BCP0014</doc-id></bcp-entry>
<rfc-entry><doc-id>RFC1938</doc-id><title>A One-Time Password System</title>
<date><month>May</month><year>1996</year></date><obsoleted-by><doc-id>RFC2289</doc-id></obsoleted-by>
<current-status>PROPOSED STANDARD</current-status></rfc-entry>
<rfc-entry><doc-id>RFC2109</doc-id><title>HTTP State Management</title>
<date><month>February</month><day>1</day><year>1997</year></date><updates><doc-id>RFC2068</doc-id></updates>
<current-status>HISTORIC</current-status></rfc-entry>
</rfc-index>
"""


def test_an_rfc_is_obsolete_by_relation_not_by_its_status(tmp_path: Path) -> None:
    (tmp_path / "rfc-index.xml").write_text(INDEX, "utf-8")
    obsolete, historic = rows(tmp_path / "rfc-index.xml")
    assert isinstance(obsolete, ImportedRow)
    assert isinstance(historic, ImportedRow)
    assert (obsolete.number.canonical, str(obsolete.published)) == ("RFC 1938", "1996-05")
    assert [one.edition for one in obsolete.replaced_by] == ["RFC 2289"]
    assert historic.replaced_by == ()
    assert historic.abolished is None


def test_an_update_of_an_rfc_replaces_only_a_part(tmp_path: Path) -> None:
    (tmp_path / "rfc-index.xml").write_text(INDEX, "utf-8")
    updating = rows(tmp_path / "rfc-index.xml")[1]
    assert isinstance(updating, ImportedRow)
    assert [(one.edition, one.extent) for one in updating.replaces] == [("RFC 2068", "partial")]


def test_xml_entities_are_refused(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rfc-index>&b;</rfc-index>'
    (tmp_path / "rfc-index.xml").write_text(bomb, "utf-8")
    with pytest.raises(ImportFailedError):
        rows(tmp_path / "rfc-index.xml")
