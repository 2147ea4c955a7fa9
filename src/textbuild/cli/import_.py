"""`textbuild standards import`: facts from the registers' own files into the records."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from textbuild.cli.console import Session, parse_day, remarks, session
from textbuild.link.merge import Conflict
from textbuild.load.importers import read_rows
from textbuild.load.library import require_library
from textbuild.model.standard import Evidence
from textbuild.publish import records
from textbuild.publish.importing import Report, import_rows, writer

_SHOWN = 200
"""Lines of each list that are shown; the rest is counted."""


def import_command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="JSON, JSON lines, CSV, XLSX or XML as saved from a register.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change, as a diff.")] = False,
    source: Annotated[str | None, typer.Option("--source", help="Where the file was saved from.")] = None,
    kind: Annotated[
        Evidence | None, typer.Option("--kind", help="What kind of source it is; by default what the file's form says.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day it was saved; the file's own day if not given.")
    ] = None,
) -> int:
    """Merge a register's file into the records; a fact is never replaced by a different one."""
    here = session(context)
    require_library(here.root)
    day: date | None = parse_day(on) if on else None
    change = _show_change if dry_run else writer(here.root)
    report = import_rows(here.root, read_rows(here.root, file, source=source, kind=kind, on=day), change)
    out = remarks()
    for line in _summary(report, here, dry_run):
        out.print(line, markup=False)
    return 1 if report.conflicts or report.rejected or report.unusable else 0


def _show_change(path: str, before: str | None, after: str) -> None:
    sys.stdout.write(records.diff(path, before, after))


def _summary(report: Report, here: Session, dry_run: bool) -> Iterator[str]:
    yield from _some([_conflict(one) for one in report.conflicts], here)
    yield from _some([f"{one.line}: {one.edition}: {here.translate(one.reason)}" for one in report.remarks], here)
    yield from _some(
        [
            here.say(f"第 {one.line} 行未导入：", f"line {one.line} rejected: ") + here.translate(one.reason)
            for one in report.rejected
        ],
        here,
    )
    yield from _some([f"{path}: {here.translate(reason)}" for path, reason in report.unusable], here)
    would = here.say("（试运行，未写入）", " (dry run: nothing was written)") if dry_run else ""
    yield here.say(
        f"读取 {report.read} 行；新建 {report.new}、更改 {report.changed}、未变 {report.unchanged} 个标准；"
        f"冲突 {len(report.conflicts)}；未导入 {len(report.rejected)} 行{would}",
        f"{report.read} rows read; standards: {report.new} new, {report.changed} changed, "
        f"{report.unchanged} unchanged; {len(report.conflicts)} conflicts; {len(report.rejected)} rows rejected{would}",
    )


def _some(lines: list[str], here: Session) -> Iterator[str]:
    yield from lines[:_SHOWN]
    if len(lines) > _SHOWN:
        yield here.say(f"……另有 {len(lines) - _SHOWN} 条", f"… and {len(lines) - _SHOWN} more")


def _conflict(conflict: Conflict) -> str:
    values = " ≠ ".join(f"{value} ({'; '.join(sources) or '—'})" for value, sources in conflict.values)
    return f"TB104 {conflict.edition} {conflict.field}: {values}"
