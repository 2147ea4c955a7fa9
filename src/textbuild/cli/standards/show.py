"""`textbuild standards show`: one standard on one day."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from textbuild.cli.console import AsOf, Session, session
from textbuild.cli.standards.answers import Form, answer_csv, answer_json, answer_table, registry, require_format
from textbuild.link.library import LinkedLibrary
from textbuild.link.resolve import ResolvedCitation, resolve_citation
from textbuild.link.verdict import Verdict
from textbuild.model.citation import Citation
from textbuild.model.span import Span
from textbuild.model.standard_number import StandardNumber, canonical, parse


def show(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="A standard's number, with or without year.")],
    as_of: AsOf = None,
    format: Form = "table",
) -> int:
    """Whether a standard is current on a day, what replaced it and what is to come."""
    require_format(format)
    here = session(context)
    linked = registry(here, as_of)
    resolved, verdict = require_record(number, linked, here)
    found = _answer(resolved.citation.number.identity, verdict, here, linked)
    if format == "json":
        answer_json(found)
    elif format == "csv":
        answer_csv([found], tuple(found))
    else:
        answer_table([{"": name, " ": value} for name, value in found.items()], ("", " "))
    return 0


def require_record(number: str, linked: LinkedLibrary, here: Session) -> tuple[ResolvedCitation, Verdict]:
    """What a number on the command line names. Raises typer.BadParameter with the nearest number that is known."""
    parsed = parse(number) or StandardNumber(number.strip())
    resolved = resolve_citation(Citation(parsed, number, Span("")), linked.registry, linked.judge)
    if resolved.verdict is None:
        near = linked.registry.nearest(parsed.identity)
        hint = here.say(f"；最接近的是 {near}", f"; the nearest known number is {near}") if near else ""
        raise typer.BadParameter(here.say(f"没有 {number} 的记录{hint}", f"there is no record of {number}{hint}"))
    return resolved, resolved.verdict


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
