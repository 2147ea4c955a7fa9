"""One import from rows to changed files: standard by standard, so that memory holds the rows and one record."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from textbuild.diagnostics import Message, msg
from textbuild.link.merge import Conflict, merge
from textbuild.link.statements import Remark, Statement, gather, without_cycles
from textbuild.load.files import Text, read_text
from textbuild.load.garbage import without_garbage_collection
from textbuild.load.importers.row import ImportedRow, Rejected
from textbuild.load.rules import file_unreadable
from textbuild.load.standard_files import StandardFiles, find_standards, read_standard
from textbuild.model.standard import Standard
from textbuild.model.standard_number import canonical
from textbuild.publish import records
from textbuild.publish.record_text import render

Change = Callable[[str, str | None, str], None]
"""What to do with a changed file: path, text before (None: a new file), text after."""


@dataclass(slots=True)
class Report:
    """What an import did, or would do."""

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    conflicts: list[Conflict] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    unusable: list[tuple[str, Message]] = field(default_factory=list)
    """Files of the library that could not be changed, and why."""


def import_rows(root: Path, rows: Iterable[ImportedRow | Rejected], change: Change) -> Report:
    """Merges the rows into the library's records. `new`, `changed` and `unchanged` count standards."""
    with without_garbage_collection():
        gathered = gather(rows)
        files = find_standards(root)
        statements, circles = without_cycles(gathered.statements, files.relations)
        report = Report(gathered.read, rejected=gathered.rejected, remarks=[*gathered.remarks, *circles])
        for identity in sorted(statements):
            _import_standard(root, identity, statements.pop(identity), files, change, report)
    return report


def writer(root: Path) -> Change:
    """Writes each changed file."""
    return lambda path, before, after: records.write(root, path, after)


def _import_standard(
    root: Path, identity: str, statements: list[Statement], files: StandardFiles, change: Change, report: Report
) -> None:
    path = files.paths.get(identity) or records.path_for(identity)
    source = read_text(root, path) if os.path.lexists(root / path) else Text(path, None)
    if source.fault is not None or not records.is_inside(root, str(PurePosixPath(path).parent)):
        fault = source.fault or file_unreadable.diagnose(path, file_unreadable.OUTSIDE)
        report.unusable.append((path, fault.message))
        return
    merged = merge(None, statements, files.superseded)
    after = render(merged.standard)
    if source.content is None:
        report.new += 1
    elif source.content == after:  # it holds exactly what is imported: no need to read it as YAML
        report.conflicts += merged.conflicts
        report.unchanged += 1
        return
    else:
        existing = _existing(source, identity, report)
        if existing is None:
            return
        merged = merge(existing, statements, files.superseded)
        if not merged.changed:
            report.conflicts += merged.conflicts
            report.unchanged += 1
            return
        changed = records.changed_text(source.content, existing, merged.standard)
        if changed is None:
            reason = msg("it can not be changed without harm to what people wrote into it: change it by hand")
            report.unusable.append((path, reason))
            return
        report.changed += 1
        after = changed
    report.conflicts += merged.conflicts
    change(path, source.content, after)


def _existing(source: Text, identity: str, report: Report) -> Standard | None:
    """The record that the file holds now; None, with the reason in the report, where it is none or another one."""
    existing, faults = read_standard(source)
    if existing is None:
        report.unusable.append((source.path, faults[0].message if faults else msg("it holds no standard")))
    elif canonical(existing.number) != identity:
        reason = msg("it holds {number}, not {identity}", number=existing.number, identity=identity)
        report.unusable.append((source.path, reason))
        return None
    return existing
