"""A row of a hand-kept table with Chinese headings, wherever the table is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping

from textbuild.load.importers.row import ImportedRow, Reading, Rejected
from textbuild.load.importers.values import (
    day_of,
    number_of,
    out_of_order,
    plain,
    reading_check,
    relations_of,
    several,
)

NUMBER = "标准号"
_COLUMNS = {
    NUMBER: "number", "标准编号": "number", "标准名称": "title", "中文名称": "title", "名称": "title",
    "状态": "reported", "标准状态": "reported", "发布日期": "published", "实施日期": "effective",
    "代替标准": "replaces", "代替标准号": "replaces", "被代替标准": "replaced_by", "ICS": "ics", "CCS": "ccs",
}  # fmt: skip
"""Heading → field. 被代替标准 heads the standards by which this one is replaced."""


def heading_of(cell: object) -> str | None:
    """The field that a heading names."""
    text = plain(cell)
    return _COLUMNS.get(re.sub(r"[\s*：:]|[（(].*[)）]", "", text)) if text else None


def read_row(line: int, cells: Mapping[str, object], reading: Reading) -> ImportedRow | Rejected:
    """`cells`: field → value."""
    number = number_of(cells.get("number"), line)
    if isinstance(number, Rejected):
        return number
    published, effective = day_of(cells.get("published")), day_of(cells.get("effective"))
    if fault := out_of_order(published, effective):
        return Rejected(line, fault)
    replaces, left_out = relations_of(several(cells.get("replaces")))
    replaced_by, left_out_too = relations_of(several(cells.get("replaced_by")))
    title, label = plain(cells.get("title")), plain(cells.get("reported"))
    ics, ccs = tuple(several(cells.get("ics"))), tuple(several(cells.get("ccs")))
    check = reading_check(
        reading, title=title, published=published, effective=effective, reported=label, replaces=replaces,
        replaced_by=replaced_by, ics=ics, ccs=ccs,
    )  # fmt: skip
    return ImportedRow(
        line,
        number,
        (check,),
        title=title,
        published=published,
        effective=effective,
        reported=label,
        abolished=reading_check(reading, withdrawn=True) if label == "废止" else None,
        replaces=replaces,
        replaced_by=replaced_by,
        ics=ics,
        ccs=ccs,
        remarks=(*left_out, *left_out_too),
    )
