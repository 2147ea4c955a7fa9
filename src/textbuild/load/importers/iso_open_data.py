"""ISO Open Data, `iso_deliverables_metadata` as JSON lines or CSV: relations hold ids, so the file is read twice."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from textbuild.diagnostics import Message, msg
from textbuild.load.importers.csv_text import open_csv
from textbuild.load.importers.row import ImportedRow, Reading, Rejected
from textbuild.load.importers.values import day_of, number_of, plain, reading_check, relations_of
from textbuild.model.standard import Replacement

_PUBLISHED, _WITHDRAWN = 6060, 9500
"""Stages: before 60.60 there is a project and no standard; from 95.00 on it is withdrawn."""


def read(path: Path, reading: Reading) -> Iterator[ImportedRow | Rejected]:
    references: dict[str, str] = {}
    doubled: set[str] = set()
    for _, cells in _entries(path):
        if isinstance(cells, dict) and (id_ := plain(cells.get("id"))):
            if id_ in references:
                doubled.add(id_)
            references.setdefault(id_, plain(cells.get("reference")) or "")
    used: set[str] = set()
    for line, cells in _entries(path):
        if cells is None:
            yield Rejected(line, msg("this line is no JSON object"))
            continue
        id_ = plain(cells.get("id")) or ""
        if id_ in doubled and id_ in used:
            yield Rejected(line, msg("the id {id} was given before", id=id_))
            continue
        used.add(id_)
        yield _row(line, cells, references, reading)


def _entries(path: Path) -> Iterator[tuple[int, dict[str, Any] | None]]:
    with open_csv(path) as text:
        if path.suffix.lower() == ".csv":
            table = csv.DictReader(text)
            for row in table:
                yield table.line_num, dict(row)
            return
        for line, written in enumerate(text, start=1):
            if not written.strip():
                continue
            try:
                value = json.loads(written)
            except (ValueError, RecursionError):
                value = None
            yield line, value if isinstance(value, dict) else None


def _row(line: int, cells: dict[str, Any], references: dict[str, str], reading: Reading) -> ImportedRow | Rejected:
    stage = _stage(cells.get("currentStage"))
    if stage is not None and stage < _PUBLISHED:
        return Rejected(line, msg("it is a project at stage {stage}, not yet published", stage=_printed(stage)))
    number = number_of(cells.get("reference"), line)
    if isinstance(number, Rejected):
        return number
    replaces, left_out = _relations(cells.get("replaces"), references)
    replaced_by, left_out_too = _relations(cells.get("replacedBy"), references)
    titles = cells.get("title")
    title = plain(titles.get("en") if isinstance(titles, dict) else cells.get("title.en") or titles)
    published = day_of(cells.get("publicationDate"))
    withdrawn = stage is not None and stage >= _WITHDRAWN
    label = None if stage is None else f"{'withdrawn' if withdrawn else 'published'} (stage {_printed(stage)})"
    ics = tuple(_items(cells.get("icsCode")))
    check = reading_check(
        reading, title=title, published=published, reported=label, replaces=replaces, replaced_by=replaced_by, ics=ics
    )
    return ImportedRow(
        line,
        number,
        (check,),
        title_en=title,
        issuer=number.identity.rpartition(" ")[0].removesuffix(" TS").removesuffix(" TR"),
        published=published,
        reported=label,
        abolished=reading_check(reading, withdrawn=True) if withdrawn else None,
        replaces=replaces,
        replaced_by=replaced_by,
        ics=ics,
        remarks=(*left_out, *left_out_too),
    )


def _relations(ids: object, references: dict[str, str]) -> tuple[tuple[Replacement, ...], tuple[Message, ...]]:
    known, dangling = [], []
    for id_ in _items(ids):
        if reference := references.get(id_):
            known.append(reference)
        else:
            dangling.append(msg("its relation to the id {id} is left out: the file has no such entry", id=id_))
    found, left_out = relations_of(known)
    return found, (*dangling, *left_out)


def _items(value: object) -> Iterable[str]:
    """A list, or a list written into a cell as `[1, 2]` or `1;2`."""
    if isinstance(value, list):
        return [text for item in value if (text := plain(item))]
    text = plain(value) or ""
    return [item for item in re.split(r"[\s,;\[\]'\"]+", text) if item]


def _stage(value: object) -> int | None:
    """`6060` from `6060`, `60.60` or `6060.0`."""
    digits = re.sub(r"\.0$", "", plain(value) or "").replace(".", "")
    return int(digits) if re.fullmatch(r"\d{4}", digits, re.ASCII) else None


def _printed(stage: int) -> str:
    return f"{stage // 100:02}.{stage % 100:02}"
