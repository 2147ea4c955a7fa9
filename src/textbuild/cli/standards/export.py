"""`textbuild standards export`: records for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from textbuild.cli.console import AsOf, KnownOn, require_one_of, session, write_answer
from textbuild.cli.standards.selection import Cited, CitedBy, Holding, Issuer, OfVerdict, Sector, Selection
from textbuild.publish.exports import FORMATS


def export(
    context: typer.Context,
    format: Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMATS)}.")],
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write to this file.")] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    sector: Sector = None,
    verdict: OfVerdict = None,
    issuer: Issuer = None,
    cited: Cited = None,
    cited_by: CitedBy = None,
    text: Holding = None,
) -> None:
    """Editions in a form that others read: Relaton YAML, CSL-JSON, or a list of references in GB/T 7714—2025 form."""
    require_one_of(format, FORMATS)
    run = session(context).run(as_of, known_on=known_on)
    linked, chosen = Selection(sector, verdict, issuer, cited, cited_by, text).choose(run)
    write_answer(FORMATS[format](chosen, linked).encode("utf-8", "replace"), out)
