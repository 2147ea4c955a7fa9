"""Tables of facts that say of each field whether it was read or recalled: CSV with a mapping."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from textbuild.diagnostics import Message, msg
from textbuild.load.importers.csv_text import open_csv
from textbuild.load.importers.mapping import Mapping, Override
from textbuild.load.importers.row import SAW_ORDER, ImportedRow, Rejected
from textbuild.load.importers.values import day_of, number_of, out_of_order, plain, relations_of, several
from textbuild.model.dates import PartialDate
from textbuild.model.standard import Check, Evidence, Replacement

_RECALLABLE = ("title", "replaces", "replaced_by")
"""Fields that are kept though nobody read them, marked as recalled. Dates are not: a verdict rests on them."""
_RELATIONS = {"replaces": ("replaces", "updates"), "replaced_by": ("replaced_by", "updated_by")}
_CHINESE = re.compile("[\u4e00-\u9fff]")
Cells = dict[str, str | None]


def read(path: Path, mapping: Mapping) -> Iterator[ImportedRow | Rejected]:
    """The table's rows. `line` counts the lines of the file, the heading being 1."""
    with open_csv(path) as text:
        table = csv.DictReader(text)
        for row in table:
            cells = {field: plain(row.get(column)) for field, column in mapping.columns.items()}
            yield _row(cells, mapping, table.line_num)


def _row(cells: Cells, mapping: Mapping, line: int) -> ImportedRow | Rejected:
    number = number_of(cells.get("number"), line)
    if isinstance(number, Rejected):
        return number
    check = _reading(cells, mapping, line)
    if isinstance(check, Rejected):
        return check
    special = mapping.overrides.get(number.canonical, Override())
    seen = _seen(cells, mapping, special) if check.kind is not Evidence.RECALLED else {}
    days = {name: _day(cells.get(name), name, seen) for name in ("published", "effective")}
    days |= {name: day for name in days if (day := getattr(special, name)) is not None}
    if fault := out_of_order(days["published"], days["effective"]):
        return Rejected(line, fault)
    replaces, left_out = _relations(cells, "replaces", special)
    replaced_by, left_out_too = _relations(cells, "replaced_by", special)
    title = cells.get("title")
    known = {name for name in _RECALLABLE if cells.get(name)} | _named(cells, seen, days, special)
    return ImportedRow(
        line,
        number,
        _checks(check, known, seen, special, mapping),
        title=title if title and _CHINESE.search(title) else None,
        title_en=cells.get("title_en") or (title if title and not _CHINESE.search(title) else None),
        issuer=mapping.issuers.get(number.identity.rpartition(" ")[0]),
        published=days["published"],
        effective=days["effective"],
        withdrawn=special.withdrawn,
        abolished=_abolished(cells, check, "reported" in seen and special.reported is None, mapping),
        reported=special.reported or (cells.get("reported") if "reported" in seen else None),
        replaces=replaces,
        replaced_by=replaced_by,
        sectors=mapping.sectors.get(cells.get("sector") or "", ()),
        ics=tuple(several(cells.get("ics"))) if "ics" in seen else (),
        ccs=tuple(several(cells.get("ccs"))) if "ccs" in seen else (),
        adopts=special.adopts,
        applicability=special.applicability,
        remarks=(*left_out, *left_out_too),
    )


def _reading(cells: Cells, mapping: Mapping, line: int) -> Check | Rejected:
    """Where the row was read, without the fields."""
    written, label = cells.get("source"), cells.get("reported") or ""
    doubt = next((doubt for word, doubt in mapping.doubtful.items() if label.startswith(word)), None)
    for source in mapping.sources:
        if (written or "").startswith(source.begins):
            return Check(source=source.source, kind=source.kind, on=source.on, doubt=doubt, note=cells.get("note"))
    kind = mapping.kinds.get(cells.get("kind") or "")
    if kind is None or mapping.on is None:
        return Rejected(line, msg("the mapping does not say of what kind this source is: {text}", text=written or "—"))
    if kind is not Evidence.RECALLED and written is None:
        return Rejected(line, msg("it names no source"))
    source_text = mapping.recalled if kind is Evidence.RECALLED or written is None else _once(written)
    doubt = None if kind is Evidence.RECALLED else doubt
    return Check(source=source_text, kind=kind, on=mapping.on, doubt=doubt, note=cells.get("note"))


def _once(sources: str) -> str:
    """The sources of a cell, each named once."""
    return " ; ".join(dict.fromkeys(part.strip() for part in sources.split(" ; ") if part.strip()))


def _seen(cells: Cells, mapping: Mapping, special: Override) -> dict[str, bool]:
    """Fields that were read, and whether wholly (False: of a date only the month)."""
    words = (cells.get("seen") or "").split(",") if "seen" in mapping.columns else ["all"]
    found: dict[str, bool] = {}
    for word in words:
        for field in mapping.seen.get(word.strip(), ()):
            name, _, part = field.partition(":")
            found[name] = not part
    for rule in mapping.unseen:
        note = cells.get("note") or ""
        if re.search(rule.note, note) and not (rule.unless and re.search(rule.unless, note)):
            found.pop(rule.field, None)
    return found | {name: True for name in special.seen}


def _day(text: str | None, name: str, seen: dict[str, bool]) -> PartialDate | None:
    day = day_of(text) if name in seen else None
    return day if day is None or seen[name] else PartialDate(day.year, day.month)


def _named(cells: Cells, seen: dict[str, bool], days: dict[str, PartialDate | None], special: Override) -> set[str]:
    """Fields of which the record gets a value from this row, apart from those that may be recalled."""
    known: set[str] = {name for name in ("reported", "ics", "ccs") if name in seen and cells.get(name)}
    known |= {name for name, day in days.items() if day is not None}
    known |= {name for name in ("withdrawn", "applicability", "reported") if getattr(special, name)}
    known |= {"title"} if cells.get("title_en") else set()
    known |= {"replaces"} if cells.get("updates") else set()
    known |= {"replaced_by"} if cells.get("updated_by") or special.replaced_by else set()
    return known


def _relations(cells: Cells, name: str, special: Override) -> tuple[tuple[Replacement, ...], tuple[Message, ...]]:
    """The editions of a relation. An update of an RFC leaves the updated one in force: it replaces a part of it."""
    whole, partial = _RELATIONS[name]
    full, left_out = relations_of(several(cells.get(whole)))
    parts, left_out_too = relations_of(several(cells.get(partial)), "partial")
    remembered, _ = relations_of(special.replaced_by if name == "replaced_by" else ())
    found: Iterable[Replacement] = (*full, *parts, *remembered)
    chosen = {one.edition: one for one in reversed(tuple(found))}
    for edition in special.partial:
        if edition in chosen:
            chosen[edition] = Replacement(edition=edition, extent="partial")
    return tuple(reversed(chosen.values())), (*left_out, *left_out_too)


def _checks(
    check: Check, known: set[str], seen: dict[str, bool], special: Override, mapping: Mapping
) -> tuple[Check, ...]:
    """One reading of what was read, one of what is only recalled, and those that a person wrote into the mapping."""
    if check.kind is Evidence.RECALLED:
        return (_saw(check, {"number", *known}), *special.checks)
    checks = [_saw(check, {"number"} | known & set(seen))]
    if recalled := known - set(seen):
        checks.append(_saw(Check(source=mapping.recalled, kind=Evidence.RECALLED, on=check.on), recalled))
    return (*checks, *special.checks)


def _saw(check: Check, fields: set[str]) -> Check:
    return check.model_copy(update={"saw": tuple(name for name in SAW_ORDER if name in fields)})


def _abolished(cells: Cells, check: Check, was_read: bool, mapping: Mapping) -> Check | None:
    """The reading that calls it withdrawn. Where the table's author only concluded that, it is recalled."""
    if not mapping.abolished or not (cells.get("reported") or "").startswith(mapping.abolished):
        return None
    if was_read:
        return _saw(check, {"number", "withdrawn"})
    return Check(source=mapping.recalled, kind=Evidence.RECALLED, on=check.on, saw=("withdrawn",))
