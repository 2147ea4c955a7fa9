"""The objects of one array in a saved JSON answer, one after another, each with its line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textbuild.diagnostics import msg
from textbuild.load.importers.row import ImportFailedError, Rejected

MAX_ANSWER = 512 * 1024 * 1024
"""Bytes of the largest saved answer."""
_BETWEEN = re.compile(r"[\s,]*")


def json_rows(path: Path, name: str) -> Iterator[tuple[int, dict[str, Any]] | Rejected]:
    """The objects of the array under `name`. Raises ImportFailedError where the file has none or breaks off."""
    if path.stat().st_size > MAX_ANSWER:
        raise ImportFailedError(msg("{file} is too large", file=path.name))
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    start = re.search(rf'"{name}"\s*:\s*\[', text)
    if start is None:
        raise ImportFailedError(msg("{file} has no list `{name}`", file=path.name, name=name))
    decoder = json.JSONDecoder()
    position = start.end()
    line, counted = 1, 0
    while True:
        position = _BETWEEN.match(text, position).end()  # type: ignore[union-attr]
        if text[position : position + 1] == "]":
            return
        line += text.count("\n", counted, position)
        counted = position
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            yield Rejected(line, msg("from here on the file is no JSON; the rest is not read"))
            return
        yield (line, value) if isinstance(value, dict) else Rejected(line, msg("this is no row with fields"))
