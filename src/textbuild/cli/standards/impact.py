"""`textbuild standards impact`: everything that names an edition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import typer

from textbuild.cli.console import AsOf, KnownOn, Number, Session, require_one_of, session
from textbuild.cli.standards.answers import FORMATS, Form, answer_csv, answer_json, moment
from textbuild.cli.standards.show import require_record
from textbuild.diagnostics import Message, msg
from textbuild.link.trace import Use, dependents, identity, trace
from textbuild.pipeline import link

_CSV_COLUMNS = ("edition", "book", "module", "record", "clause", "path", "line", "column", "role", "historical", "text")

_ROLES: Mapping[str, Message] = {
    "basis": msg("basis"),
    "text": msg("text"),
    "job": msg("job"),
    "process": msg("process"),
}


def impact(
    context: typer.Context,
    edition: Number,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    format: Form = "table",
) -> int:
    """Everything that names an edition (without year, the one current on the day), by book, module and clause."""
    require_one_of(format, FORMATS)
    here = session(context)
    run = here.run(as_of, known_on=known_on)
    linked, _ = link(run)
    resolved, verdict = require_record(" ".join(edition), linked)
    known = trace(linked)
    meant = [one.edition for one in resolved.verdicts]
    found = [use for one in resolved.standards for use in known.get(identity(one), ())]
    uses = list({id(use): use for use in found if any(use.means(one) for one in meant)}.values())
    rows = [_row(use, meant) for use in sorted(uses, key=_by_clause)]
    jobs, processes = list(dependents(uses, "job")), list(dependents(uses, "process"))
    if format == "json":
        head = {"edition": ", ".join(meant), **moment(run), "verdict": str(verdict.status)}
        shown = [{name: row[name] for name in _CSV_COLUMNS[1:]} for row in rows]
        answer_json({**head, "uses": shown, "jobs": jobs, "processes": processes})
    elif format == "csv":
        answer_csv(rows, _CSV_COLUMNS)
    else:
        _show(rows, here)
        for name, records in ((here.say("岗位", "jobs"), jobs), (here.say("工艺", "processes"), processes)):
            if records:
                typer.echo(f"{name}: {', '.join(records)}")
    return 0


def _by_clause(use: Use) -> tuple[bool, str, str, tuple[tuple[int, str], ...], int]:
    """By book and module, then clauses as they are counted: 5.2 before 5.10. Records last."""
    span, clause = use.citation.span, use.citation.locator or ""
    counted = tuple((int(part), "") if part.isdecimal() else (0, part) for part in clause.split("."))
    return use.book is None, use.book.book.id if use.book else "", span.path, counted, span.line


def _row(use: Use, meant: list[str]) -> dict[str, Any]:
    span = use.citation.span
    return {
        "edition": next(one.edition for one in use.resolved.verdicts if one.edition in meant),
        "book": use.book.book.id if use.book else None,
        "module": use.module.module.id if use.module else None,
        "record": use.record,
        "clause": use.citation.locator,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "role": use.role,
        "historical": use.citation.historical,
        "text": use.citation.text,
    }


def _show(rows: list[dict[str, Any]], here: Session) -> None:
    """A line for each use, below its book and module."""
    shown: tuple[str | None, str | None] = (None, None)
    for row in rows:
        holder = row["book"], row["module"] or row["record"]
        if holder != shown:
            typer.echo(" ".join(filter(None, holder)))
            shown = holder
        clause = here.say(f" 第 {row['clause']} 条", f" clause {row['clause']}") if row["clause"] else ""
        past = here.say(" （历史）", " (historical)") if row["historical"] else ""
        typer.echo(
            f"  {row['path']}:{row['line']} {row['edition']}{clause} [{here.translate(_ROLES[row['role']])}]{past}"
        )
