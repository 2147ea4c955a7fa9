"""`textbuild standards show`: one standard on one day."""

from __future__ import annotations

from typing import Any

import typer

from textbuild.cli.console import AsOf, KnownOn, Number, Session, require_one_of, session
from textbuild.cli.standards.answers import FORMATS, Form, answer_csv, answer_facts, answer_json, moment
from textbuild.diagnostics import WrongUseError, msg
from textbuild.link.library import LinkedLibrary
from textbuild.link.resolve import ResolvedCitation, resolve_citation
from textbuild.link.verdict import Verdict
from textbuild.model.citation import Citation
from textbuild.model.span import Span
from textbuild.model.standard_number import StandardNumber, canonical, parse
from textbuild.pipeline import Run, registry


def show(
    context: typer.Context,
    number: Number,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    format: Form = "table",
) -> int:
    """Whether a standard is current on a day, what replaced it and what is to come."""
    require_one_of(format, FORMATS)
    here = session(context)
    run = here.run(as_of, known_on=known_on)
    linked = registry(run)
    resolved, verdict = require_record(" ".join(number), linked)
    found = _answer(resolved.citation.number.identity, verdict, here, linked, run)
    if format == "json":
        answer_json(found)
    elif format == "csv":
        answer_csv([found], tuple(found))
    else:
        answer_facts(found, here)
    return 0


def require_record(number: str, linked: LinkedLibrary) -> tuple[ResolvedCitation, Verdict]:
    """What a number on the command line names. Raises WrongUseError with the nearest number that is known."""
    parsed = parse(number) or StandardNumber(number.strip())
    resolved = resolve_citation(Citation(parsed, number, Span("")), linked.registry, linked.judge)
    if resolved.verdict is None:
        near = linked.registry.nearest(parsed.identity)
        if near is None:
            raise WrongUseError(msg("there is no record of {number}", number=number))
        raise WrongUseError(
            msg("there is no record of {number}; the nearest known number is {near}", number=number, near=near)
        )
    return resolved, resolved.verdict


def _answer(identity: str, verdict: Verdict, here: Session, linked: LinkedLibrary, run: Run) -> dict[str, Any]:
    entry = linked.registry.editions[verdict.edition]
    return {
        "number": canonical(entry.standard.value.number) or identity,
        "edition": verdict.edition,
        "title": entry.title,
        **moment(run),
        "verdict": str(verdict.status),
        "since": str(verdict.since) if verdict.since else None,
        "successors": list(verdict.successors),
        "chain": list(verdict.chain),
        "notes": [here.translate(note) for note in verdict.notes],
    }
