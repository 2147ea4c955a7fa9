"""The saved answer of the national standards search: `{total, rows[]}`. It tells of no replacement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from textbuild.load.importers.json_rows import json_rows
from textbuild.load.importers.row import ImportedRow, Reading, Rejected
from textbuild.load.importers.values import day_of, number_of, out_of_order, plain, reading_check

_NATURES: Mapping[str, Literal["mandatory", "recommended", "guide"]] = {
    "强标": "mandatory", "强制性": "mandatory", "推标": "recommended", "推荐性": "recommended", "指导性": "guide",
    "指导性技术文件": "guide",
}  # fmt: skip


def read(path: Path, reading: Reading) -> Iterator[ImportedRow | Rejected]:
    for found in json_rows(path, "rows"):
        yield found if isinstance(found, Rejected) else _row(*found, reading)


def _row(line: int, cells: dict[str, Any], reading: Reading) -> ImportedRow | Rejected:
    number = number_of(cells.get("C_STD_CODE"), line)
    if isinstance(number, Rejected):
        return number
    published, effective = day_of(cells.get("ISSUE_DATE")), day_of(cells.get("ACT_DATE"))
    if fault := out_of_order(published, effective):
        return Rejected(line, fault)
    title, label = plain(cells.get("C_C_NAME")), plain(cells.get("STATE"))
    return ImportedRow(
        line,
        number,
        (reading_check(reading, title=title, published=published, effective=effective, reported=label),),
        title=title,
        nature=_NATURES.get(plain(cells.get("STD_NATURE")) or ""),
        published=published,
        effective=effective,
        reported=label,
        abolished=reading_check(reading, withdrawn=True) if label == "废止" else None,
    )
