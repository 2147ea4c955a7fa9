"""Readers of the files that users save from the registers: one file a source, told apart by what the file holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from textbuild.diagnostics import msg
from textbuild.load.importers import (
    csv_table,
    iso_open_data,
    mapped_table,
    national_search,
    rfc_index,
    sector_search,
    workbook,
)
from textbuild.load.importers.csv_text import open_csv
from textbuild.load.importers.headings import heading_of
from textbuild.load.importers.mapping import mapping_for
from textbuild.load.importers.row import ImportedRow, ImportFailedError, Reader, Reading, Rejected
from textbuild.load.importers.values import CHINA
from textbuild.model.standard import Evidence


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of file, and what its readings are called where the user does not say."""

    name: str
    title: str
    kind: Evidence
    read: Reader


SOURCES: tuple[Source, ...] = (
    Source("national-search", "全国标准信息公共服务平台检索结果", Evidence.OFFICIAL, national_search.read),
    Source("sector-search", "行业标准或地方标准信息服务平台检索结果", Evidence.OFFICIAL, sector_search.read),
    Source("csv", "人工维护的标准目录表", Evidence.PRESS, csv_table.read),
    Source("xlsx", "人工维护的标准目录表", Evidence.PRESS, workbook.read),
    Source("iso", "ISO Open Data（ODC-By 1.0，署名 ISO）", Evidence.DATASET, iso_open_data.read),
    Source("rfc", "RFC 索引（rfc-index.xml）", Evidence.DATASET, rfc_index.read),
)
_MARKS = (
    (b'"C_STD_CODE"', "national-search"),
    (b'"chName"', "sector-search"),
    (b'"publicationDate"', "iso"),
    (b'"rows"', "national-search"),
    (b'"records"', "sector-search"),
)
"""What the beginning of a JSON file holds → whose file it is."""
_HEAD = 1 << 16


def read_rows(
    root: Path, path: Path, *, source: str | None = None, kind: Evidence | None = None, on: date | None = None
) -> Iterator[ImportedRow | Rejected]:
    """The rows of any file that textbuild imports. Raises ImportFailedError where it can not tell what the file is.

    `source`, `kind` and `on` say where and when the file was saved; else the kind of file and the day it was last
    written say so. A table with a mapping in `standards/mappings/` says so itself.
    """
    if not path.is_file():
        raise ImportFailedError(msg("{file}: no such file", file=path))
    if path.suffix.lower() == ".csv" and (mapping := mapping_for(root, frozenset(_header(path)))):
        return mapped_table.read(path, mapping)
    found = _source_of(path)
    day = on or datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone(CHINA).date()
    return found.read(path, Reading(source or found.title, kind or found.kind, day))


def _source_of(path: Path) -> Source:
    by_name = {source.name: source for source in SOURCES}
    ending = path.suffix.lower()
    if ending in (".xlsx", ".xlsm"):
        return by_name["xlsx"]
    if ending == ".xml":
        return by_name["rfc"]
    if ending == ".csv":
        header = _header(path)
        if any(heading_of(cell) == "number" for cell in header):
            return by_name["csv"]
        if {"reference", "publicationDate"} <= set(header):
            return by_name["iso"]
    if ending in (".json", ".jsonl", ".ndjson"):
        with path.open("rb") as file:
            head = file.read(_HEAD)
        for mark, name in _MARKS:
            if mark in head:
                return by_name[name]
    forms = "JSON (rows, records), JSON lines, CSV, XLSX, XML"
    raise ImportFailedError(msg("{file} is no file that can be imported: {forms}", file=path.name, forms=forms))


def _header(path: Path) -> list[str]:
    with open_csv(path) as text:
        line = text.readline(_HEAD)
    return [cell.strip().strip('"') for cell in line.split(",")]
