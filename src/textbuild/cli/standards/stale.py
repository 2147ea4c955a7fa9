"""`textbuild standards stale`: what has to be looked up again."""

from __future__ import annotations

from typing import Annotated

import typer

from textbuild.cli.console import AsOf, KnownOn, require_one_of, session
from textbuild.cli.standards.answers import FORMATS, Form, answer, moment
from textbuild.link.evidence import contradictions, last_read
from textbuild.link.trace import mentions
from textbuild.link.verdict import Status
from textbuild.pipeline import link

_COLUMNS = ("edition", "verdict", "read", "age", "cited", "disagree", "title")


def stale(
    context: typer.Context,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    days: Annotated[
        int | None, typer.Option("--days", min=0, help="Readings older than this; else the library's max_check_age.")
    ] = None,
    format: Form = "table",
) -> None:
    """Editions last read in a source too long ago, or never, or of which sources disagree; those cited come first."""
    require_one_of(format, FORMATS)
    here = session(context)
    run = here.run(as_of, known_on=known_on)
    linked, _ = link(run)
    allowed = linked.library.config.value.max_check_age if days is None else days
    cited, judge = mentions(linked), linked.judge
    rows = []
    for number, entry in linked.registry.editions.items():
        read = last_read(entry.edition)
        age = None if read is None else (linked.day - read).days
        status = judge(number).status
        disagree = ", ".join(contradictions(entry.edition))
        old = (age is None or age > allowed) and status not in (Status.SUPERSEDED, Status.WITHDRAWN)
        if not (old or disagree):
            continue
        rows.append(
            {
                "edition": number,
                "verdict": str(status),
                "read": None if read is None else str(read),
                "age": age,
                "cited": cited.get(number, 0),
                "disagree": disagree,
                "title": entry.title or "",
                **moment(run),
            }
        )
    rows.sort(key=lambda row: (not row["cited"], str(row["read"] or ""), str(row["edition"])))
    answer(rows, _COLUMNS, format, here)
