"""Hand-kept tables with Chinese headings, saved as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from textbuild.diagnostics import msg
from textbuild.load.importers.csv_text import open_csv
from textbuild.load.importers.headings import heading_of, read_row
from textbuild.load.importers.row import ImportedRow, ImportFailedError, Reading, Rejected


def read(path: Path, reading: Reading) -> Iterator[ImportedRow | Rejected]:
    with open_csv(path) as text:
        table = csv.reader(text)
        try:
            fields = [heading_of(cell) for cell in next(table, [])]
            if "number" not in fields:
                raise ImportFailedError(msg("{file} has no heading 标准号 in its first line", file=path.name))
            for row in table:
                if any(cell.strip() for cell in row):
                    cells = {field: cell for field, cell in zip(fields, row, strict=False) if field}
                    yield read_row(table.line_num, cells, reading)
        except csv.Error as error:
            yield Rejected(table.line_num, msg("from here on the file is no CSV ({problem})", problem=error))
