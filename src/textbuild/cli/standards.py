"""`textbuild standards`: what the registry holds, and what is current."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from textbuild.cli.console import AsOf, Session, session
from textbuild.cli.import_ import import_command
from textbuild.link.library import LinkedLibrary, link_library
from textbuild.link.registry import canonical
from textbuild.link.resolve import resolve_citation
from textbuild.link.verdict import Verdict
from textbuild.load.library import load_library
from textbuild.model.citation import Citation
from textbuild.model.span import Span
from textbuild.model.standard_number import StandardNumber, find_all, parse

app = typer.Typer(help="The registry of standards: what is known, what is current.", no_args_is_help=True)
app.command("import")(import_command)
Form = Annotated[str, typer.Option("--format", help="table or json.")]


@app.command("parse")
def parse_command(texts: Annotated[list[str], typer.Argument(metavar="TEXT...")], format: Form = "table") -> None:
    """Which standard numbers a text holds, and how they are written rightly."""
    rows = [
        {
            "text": text[mention.start : mention.end],
            "number": mention.number.identity,
            "edition": _edition(mention.number),
            "locator": mention.locator,
            "start": mention.start,
            "end": mention.end,
        }
        for text in texts
        for mention in find_all(text)
    ]
    _show(rows, format)


@app.command("show")
def show(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="A standard's number, with or without year.")],
    as_of: AsOf = None,
    format: Form = "table",
) -> int:
    """Whether a standard is current on a day, what replaced it and what is to come."""
    here = session(context)
    linked = _registry(here, as_of)
    parsed = parse(number) or StandardNumber(number.strip())
    resolved = resolve_citation(Citation(parsed, number, Span("")), linked.registry, linked.judge)
    verdict = resolved.verdict
    if verdict is None:
        near = linked.registry.nearest(parsed.identity)
        hint = here.say(f"；最接近的是 {near}", f"; the nearest known number is {near}") if near else ""
        raise typer.BadParameter(here.say(f"没有 {number} 的记录{hint}", f"there is no record of {number}{hint}"))
    answer = _answer(parsed.identity, verdict, here, linked)
    if format == "json":
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    else:
        _table([{"": name, " ": _plain(value)} for name, value in answer.items()])
    return 0


@app.command("list")
def list_command(
    context: typer.Context,
    as_of: AsOf = None,
    sector: Annotated[str | None, typer.Option("--sector", help="Only standards of this sector.")] = None,
    verdict: Annotated[str | None, typer.Option("--verdict", help="Only editions with this verdict.")] = None,
    text: Annotated[str | None, typer.Option("--text", help="Only numbers or titles that hold this text.")] = None,
    format: Form = "table",
) -> None:
    """All editions that the registry holds, with their verdicts."""
    linked = _registry(session(context), as_of)
    rows = []
    for number, entry in sorted(linked.registry.editions.items()):
        found = linked.judge(number)
        title = entry.title or ""
        if sector and sector not in entry.standard.value.sectors:
            continue
        if (verdict and found.status != verdict) or (text and text not in f"{number} {title}"):
            continue
        rows.append(
            {"edition": number, "verdict": str(found.status), "title": title, "successors": list(found.successors)}
        )
    _show(rows, format)


def _registry(here: Session, as_of: str | None) -> LinkedLibrary:
    run = here.run(as_of)
    library, _ = load_library(run.root, lambda root, wanted: [])
    return link_library(library, run.day)


def _answer(identity: str, verdict: Verdict, here: Session, linked: LinkedLibrary) -> dict[str, Any]:
    entry = linked.registry.editions[verdict.edition]
    return {
        "number": canonical(entry.standard.value.number) or identity,
        "edition": verdict.edition,
        "title": entry.title,
        "as_of": str(linked.day),
        "verdict": str(verdict.status),
        "since": str(verdict.since) if verdict.since else None,
        "successors": list(verdict.successors),
        "chain": list(verdict.chain),
        "notes": [here.translate(note) for note in verdict.notes],
    }


def _edition(number: StandardNumber) -> str | None:
    return number.canonical if number.edition else None


def _show(rows: list[dict[str, Any]], format: str) -> None:
    if format == "json":
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    elif format == "table":
        _table([{name: _plain(value) for name, value in row.items()} for row in rows])
    else:
        raise typer.BadParameter(f"{format!r} is neither table nor json")


def _table(rows: list[dict[str, str]]) -> None:
    if not rows:
        return
    table = Table(show_header=any(name.strip() for name in rows[0]), box=None, pad_edge=False)
    for name in rows[0]:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*row.values())
    Console(highlight=False, markup=False).print(table)


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
