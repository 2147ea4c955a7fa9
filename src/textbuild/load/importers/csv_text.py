"""CSV files as people save them: UTF-8 with or without a mark, or the GB 18030 of Chinese spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_MAX_CELL = 1_000_000
"""Characters of the largest cell: one unclosed quote must not swallow a whole file."""


@contextmanager
def open_csv(path: Path) -> Iterator[IO[str]]:
    """The file as text, line by line."""
    csv.field_size_limit(_MAX_CELL)
    with path.open("rb") as file:
        yield io.TextIOWrapper(file, encoding=_encoding(path), errors="replace", newline="")


def _encoding(path: Path) -> str:
    """UTF-8 where the whole file is that, read piece by piece; else GB 18030."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            while file.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8-sig"
