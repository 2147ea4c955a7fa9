"""Hand-kept tables with Chinese headings in a workbook (XLSX): the first sheet that has a heading 标准号."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from textbuild.diagnostics import msg
from textbuild.load.importers.headings import heading_of, read_row
from textbuild.load.importers.row import ImportedRow, ImportFailedError, Reading, Rejected

MAX_UNPACKED = 1024 * 1024 * 1024
"""Bytes: a workbook that unpacks to more is refused before it is read."""
_HEADING_WITHIN = 20
"""Rows in which the headings are looked for: titles may stand above them."""


def read(path: Path, reading: Reading) -> Iterator[ImportedRow | Rejected]:
    from openpyxl import load_workbook  # openpyxl costs 0.15 s to import
    from openpyxl.utils.exceptions import InvalidFileException

    _require_sane(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and validations, which are none of ours
            book = load_workbook(path, read_only=True, data_only=True)
            try:
                yield from _rows(path, book.worksheets, reading)
            finally:
                book.close()
    except ImportFailedError:
        raise
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError, SyntaxError) as error:
        raise ImportFailedError(msg("{file} is no workbook (XLSX) that can be read", file=path.name)) from error


def _require_sane(path: Path) -> None:
    try:
        with ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (BadZipFile, OSError) as error:
        raise ImportFailedError(msg("{file} is no workbook (XLSX) that can be read", file=path.name)) from error
    if unpacked > MAX_UNPACKED:
        raise ImportFailedError(msg("{file} is too large", file=path.name))


def _rows(path: Path, sheets: Sequence[Any], reading: Reading) -> Iterator[ImportedRow | Rejected]:
    for sheet in sheets:
        fields: list[str | None] = []
        for line, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            if not fields:
                named = [heading_of(cell) for cell in row]
                if "number" in named:
                    fields = named
                elif line >= _HEADING_WITHIN:
                    break
            elif any(cell is not None for cell in row):
                yield read_row(line, {name: cell for name, cell in zip(fields, row, strict=False) if name}, reading)
        if fields:
            return
    raise ImportFailedError(msg("{file} has no sheet with a heading 标准号", file=path.name))
