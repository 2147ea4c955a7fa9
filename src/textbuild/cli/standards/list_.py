"""`textbuild standards list`: all editions, or those that are asked for."""

from __future__ import annotations

import typer

from textbuild.cli.console import AsOf, KnownOn, require_one_of, session
from textbuild.cli.standards.answers import FORMATS, Form, answer, moment
from textbuild.cli.standards.selection import Cited, CitedBy, Holding, Issuer, OfVerdict, Sector, Selection

_COLUMNS = ("edition", "verdict", "title", "successors")


def list_command(
    context: typer.Context,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    sector: Sector = None,
    verdict: OfVerdict = None,
    issuer: Issuer = None,
    cited: Cited = None,
    cited_by: CitedBy = None,
    text: Holding = None,
    format: Form = "table",
) -> None:
    """All editions that the registry holds, with their verdicts."""
    require_one_of(format, FORMATS)
    here = session(context)
    run = here.run(as_of, known_on=known_on)
    _, chosen = Selection(sector, verdict, issuer, cited, cited_by, text).choose(run)
    rows = [
        {
            "edition": found.edition,
            "verdict": str(found.status),
            "title": entry.title or "",
            "successors": list(found.successors),
            **moment(run),
        }
        for entry, found in chosen
    ]
    answer(rows, _COLUMNS, format, here)
