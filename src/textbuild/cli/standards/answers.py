"""How the commands about standards answer: a table for people, JSON and CSV for scripts."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from textbuild.cli.console import Session, require_one_of
from textbuild.diagnostics import Message, msg
from textbuild.pipeline import Run
from textbuild.publish.coverage.plain_cell import plain
from textbuild.render.words import words_of

FORMATS = ("table", "json", "csv")
Form = Annotated[str, typer.Option("--format", help="table, json or csv.")]
Row = Mapping[str, Any]
"""Column → text, number, None, or a list of texts."""
HEADINGS: Mapping[str, Message] = {
    "after": msg("then"),
    "age": msg("days ago"),
    "as_of": msg("judged as of"),
    "before": msg("before"),
    "chain": msg("replaced by, step by step"),
    "cited": msg("cited"),
    "disagree": msg("sources disagree on"),
    "day": msg("day"),
    "edition": msg("edition"),
    "end": msg("end"),
    "known_on": msg("as known on"),
    "locator": msg("clause"),
    "notes": msg("notes"),
    "number": msg("number"),
    "places": msg("places"),
    "read": msg("last read"),
    "since": msg("since"),
    "start": msg("start"),
    "successors": msg("replaced by"),
    "text": msg("as written"),
    "title": msg("title"),
    "verdict": msg("verdict"),
}
"""What a table for people calls the columns. JSON and CSV have the names themselves, in any language."""
_STATUSES = ("after", "before", "verdict")
"""Columns of which a table shows the words of verdicts in the reader's language."""


def moment(run: Run) -> dict[str, str]:
    """The days that an answer holds for."""
    return {"as_of": str(run.day), **({"known_on": str(run.known.day)} if run.known else {})}


def answer(rows: Sequence[Row], columns: Sequence[str], format: str, here: Session) -> None:
    """Writes `rows`, of which JSON shows all and the others the named columns. Raises WrongUseError."""
    require_one_of(format, FORMATS)
    if format == "json":
        answer_json(list(rows))
    elif format == "csv":
        answer_csv(rows, columns)
    else:
        answer_table(rows, columns, here)


def answer_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def answer_csv(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """With a head line; no cell can be taken for a formula."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([plain(cell(row[name])) for name in columns] for row in rows)


def answer_table(rows: Sequence[Row], columns: Sequence[str], here: Session) -> None:
    """A line a row below its headings."""
    if rows:
        table = Table(box=None, pad_edge=False)
        for name in columns:
            table.add_column(here.translate(HEADINGS[name]), overflow="fold")
        for row in rows:
            table.add_row(*(_shown(name, row[name], here) for name in columns))
        Console(highlight=False, markup=False).print(table)


def answer_facts(facts: Row, here: Session) -> None:
    """A line a fact beside its name."""
    table = Table(box=None, pad_edge=False, show_header=False)
    for name, value in facts.items():
        table.add_row(here.translate(HEADINGS[name]), _shown(name, value, here))
    Console(highlight=False, markup=False).print(table)


def _shown(name: str, value: Any, here: Session) -> str:
    return words_of(here.language).verdicts[value] if name in _STATUSES else cell(value)


def cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
