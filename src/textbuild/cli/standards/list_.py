"""`textbuild standards list`: all editions, or those that are asked for."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from textbuild.cli.console import AsOf, KnownOn, require_one_of, session
from textbuild.cli.standards.answers import FORMATS, Form, answer, moment
from textbuild.link.registry import EditionEntry
from textbuild.link.trace import mentions
from textbuild.link.verdict import Verdict
from textbuild.pipeline import link, registry

_COLUMNS = ("edition", "verdict", "title", "successors")


def list_command(
    context: typer.Context,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    sector: Annotated[str | None, typer.Option("--sector", help="Only standards of this sector.")] = None,
    verdict: Annotated[str | None, typer.Option("--verdict", help="Only editions with this verdict.")] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", help="Only from issuers whose name holds this.")] = None,
    cited: Annotated[
        bool | None, typer.Option("--cited/--uncited", help="Only editions that a book names, or that none does.")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", help="Only numbers or titles that hold this text.")] = None,
    format: Form = "table",
) -> None:
    """All editions that the registry holds, with their verdicts."""
    require_one_of(format, FORMATS)
    here = session(context)
    run = here.run(as_of, known_on=known_on)
    linked = registry(run) if cited is None else link(run)[0]
    named, judge = mentions(linked), linked.judge
    rows = []
    for number, entry in sorted(linked.registry.editions.items()):
        if not _is_wanted(entry, number, sector, issuer, text) or cited not in (None, number in named):
            continue
        found = judge(number)
        if not verdict or found.status == verdict:
            rows.append({**_row(entry, found), **moment(run)})
    answer(rows, _COLUMNS, format, here)


def _is_wanted(entry: EditionEntry, number: str, sector: str | None, issuer: str | None, text: str | None) -> bool:
    standard = entry.standard.value
    return (
        (not sector or sector in standard.sectors)
        and (not issuer or issuer in (standard.issuer or ""))
        and (not text or text in f"{number} {entry.title or ''}")
    )


def _row(entry: EditionEntry, found: Verdict) -> dict[str, Any]:
    return {
        "edition": found.edition,
        "verdict": str(found.status),
        "title": entry.title or "",
        "successors": list(found.successors),
    }
