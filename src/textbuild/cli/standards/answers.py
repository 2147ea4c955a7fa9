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

from textbuild.cli.console import Session
from textbuild.link.library import LinkedLibrary, link_library
from textbuild.load.library import load_library
from textbuild.publish.coverage.plain_cell import plain

FORMATS = ("table", "json", "csv")
Form = Annotated[str, typer.Option("--format", help="table, json or csv.")]
Row = Mapping[str, Any]
"""Column → text, number, None, or a list of texts."""


def registry(here: Session, as_of: str | None) -> LinkedLibrary:
    """The library's records on a day, without the modules of its books. Raises NoLibraryError."""
    run = here.run(as_of)
    library, _ = load_library(run.root, lambda root, wanted: [])
    return link_library(library, run.day)


def require_format(format: str, known: Sequence[str] = FORMATS) -> None:
    """Raises typer.BadParameter."""
    if format not in known:
        raise typer.BadParameter(f"{format!r} is none of: {', '.join(known)}")


def answer(rows: Sequence[Row], columns: Sequence[str], format: str) -> None:
    """Writes `rows`, of which JSON shows all and the others the named columns. Raises typer.BadParameter."""
    require_format(format)
    if format == "json":
        answer_json(list(rows))
    elif format == "csv":
        answer_csv(rows, columns)
    else:
        answer_table(rows, columns)


def answer_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def answer_csv(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """With a head line; no cell can be taken for a formula."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([plain(cell(row[name])) for name in columns] for row in rows)


def answer_table(rows: Sequence[Row], columns: Sequence[str]) -> None:
    if not rows:
        return
    table = Table(show_header=any(name.strip() for name in columns), box=None, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(cell(row[name]) for name in columns))
    Console(highlight=False, markup=False).print(table)


def cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
