"""Writes files as the registers serve them, with as many rows as wanted: what `standards import` is measured on.

`python -m benchmarks.registers SOURCE ROWS FILE` writes one; the same arguments give the same bytes.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from xml.sax.saxutils import escape

_THINGS = ("动力电池包", "牵引电机", "数控车床", "工业机器人", "拖拉机", "航空铆钉", "光纤连接器", "转向架", "喷雾机")
_ASPECTS = ("安全要求", "试验方法", "术语和定义", "技术条件", "通用规范", "检验规程", "分类与标记")
_HEADINGS = ("标准号", "标准名称", "状态", "发布日期", "实施日期", "代替标准", "ICS", "CCS")
_CHINA = timezone(timedelta(hours=8))
_FIRST_YEAR = 1990


@dataclass(frozen=True, slots=True)
class _Row:
    """One edition of a made-up standard; every second standard has two, of which the newer replaces the older."""

    number: int
    newest: bool
    title: str
    published: date
    effective: date

    @property
    def year(self) -> int:
        return self.published.year

    @property
    def other(self) -> int:
        """The year of the standard's other edition."""
        return self.year + (-12 if self.newest else 12)

    @property
    def paired(self) -> bool:
        return self.number % 2 == 0

    @property
    def label(self) -> str:
        return "现行" if self.newest else "废止"


def _rows(count: int) -> Iterator[_Row]:
    number, made = 0, 0
    while made < count:
        number += 1
        title = f"{_THINGS[number % 9]}{_ASPECTS[number % 7]} 第{number % 12 + 1}部分"
        older = date(_FIRST_YEAR + number % 12, number % 12 + 1, number % 28 + 1)
        for newest in (False, True) if number % 2 == 0 else (True,):
            if made < count:
                published = older.replace(year=older.year + 12) if newest else older
                yield _Row(number, newest, title, published, published + timedelta(days=180))
                made += 1


def _national(count: int, target: Path) -> None:
    rows = [
        {
            "id": f"{index:032X}",
            "C_STD_CODE": f"GB/T {row.number}-{row.year}",
            "C_C_NAME": row.title.replace("电", "<sacinfo>电</sacinfo>"),
            "STD_NATURE": "推标",
            "STATE": row.label,
            "ISSUE_DATE": str(row.published),
            "ACT_DATE": str(row.effective),
        }
        for index, row in enumerate(_rows(count))
    ]
    target.write_text(json.dumps({"total": len(rows), "rows": rows}, ensure_ascii=False), encoding="utf-8")


def _sector(count: int, target: Path) -> None:
    rows = [
        {
            "code": f"JB/T {row.number}-{row.year}",
            "chName": row.title,
            "status": row.label,
            "issueDate": _milliseconds(row.published),
            "actDate": _milliseconds(row.effective),
            "industry": "机械",
            "chargeDept": "工业和信息化部",
        }
        for row in _rows(count)
    ]
    target.write_text(json.dumps({"total": len(rows), "records": rows}, ensure_ascii=False), encoding="utf-8")


def _milliseconds(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=_CHINA).astimezone(UTC).timestamp() * 1000)


def _cells(row: _Row) -> tuple[str, ...]:
    replaced = f"GB/T {row.number}-{row.other}" if row.paired and row.newest else ""
    dates = str(row.published), str(row.effective)
    return (f"GB/T {row.number}-{row.year}", row.title, row.label, *dates, replaced, "43.120", "T47")


def _csv(count: int, target: Path) -> None:
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([_HEADINGS, *map(_cells, _rows(count))])


def _xlsx(count: int, target: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("标准目录")
    sheet.append(_HEADINGS)
    for row in _rows(count):
        number, title, label, _, _, *rest = _cells(row)
        sheet.append([number, title, label, row.published, row.effective, *rest])
    book.save(target)


def _iso(count: int, target: Path) -> None:
    ids = {(row.number, row.newest): index for index, row in enumerate(_rows(count), start=1)}
    with target.open("w", encoding="utf-8") as file:
        for row in _rows(count):
            other = [found] if (found := ids.get((row.number, not row.newest))) else None
            entry = {
                "id": ids[row.number, row.newest],
                "reference": f"ISO {row.number}:{row.year}",
                "title": {"en": f"Thing {row.number} — Part {row.number % 9}", "fr": f"Chose {row.number}"},
                "publicationDate": str(row.published),
                "edition": 2 if row.newest else 1,
                "currentStage": 6060 if row.newest else 9599,
                "replaces": other if row.newest else None,
                "replacedBy": None if row.newest else other,
                "icsCode": ["43.120"],
            }
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")


def _rfc(count: int, target: Path) -> None:
    """RFCs have no editions: every even one obsoletes the one before."""
    with target.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<rfc-index xmlns="https://www.rfc-editor.org/rfc-index">\n')
        for index, row in zip(range(1, count + 1), _rows(count), strict=True):
            other, relation = (index - 1, "obsoletes") if index % 2 == 0 else (index + 1, "obsoleted-by")
            file.write(
                f"<rfc-entry><doc-id>RFC{index:04}</doc-id><title>{escape(row.title)}</title>"
                f"<date><month>{row.published:%B}</month><year>{row.year}</year></date>"
                f"<{relation}><doc-id>RFC{other:04}</doc-id></{relation}>"
                "<current-status>PROPOSED STANDARD</current-status></rfc-entry>\n"
            )
        file.write("</rfc-index>\n")


SOURCES: Mapping[str, tuple[str, Callable[[int, Path], None]]] = {
    "national": ("national.json", _national),
    "sector": ("sector.json", _sector),
    "csv": ("table.csv", _csv),
    "xlsx": ("table.xlsx", _xlsx),
    "iso": ("iso.jsonl", _iso),
    "rfc": ("rfc-index.xml", _rfc),
}
"""Source → the name its file is saved under, and what writes it."""


if __name__ == "__main__":
    SOURCES[sys.argv[1]][1](int(sys.argv[2]), Path(sys.argv[3]))
