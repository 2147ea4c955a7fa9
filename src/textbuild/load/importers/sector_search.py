"""The saved answer of the sector and the local standards search: `{records[]}`, days as epoch milliseconds in China."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textbuild.load.importers.json_rows import json_rows
from textbuild.load.importers.row import ImportedRow, Reading, Rejected
from textbuild.load.importers.values import day_in_china, number_of, out_of_order, plain, reading_check


def read(path: Path, reading: Reading) -> Iterator[ImportedRow | Rejected]:
    for found in json_rows(path, "records"):
        yield found if isinstance(found, Rejected) else _row(*found, reading)


def _row(line: int, cells: dict[str, Any], reading: Reading) -> ImportedRow | Rejected:
    number = number_of(cells.get("code"), line)
    if isinstance(number, Rejected):
        return number
    published, effective = day_in_china(cells.get("issueDate")), day_in_china(cells.get("actDate"))
    if fault := out_of_order(published, effective):
        return Rejected(line, fault)
    title, label = plain(cells.get("chName")), plain(cells.get("status"))
    return ImportedRow(
        line,
        number,
        (reading_check(reading, title=title, published=published, effective=effective, reported=label),),
        title=title,
        issuer=plain(cells.get("chargeDept")),
        published=published,
        effective=effective,
        reported=label,
        abolished=reading_check(reading, withdrawn=True) if label == "废止" else None,
    )
