"""`textbuild standards list`: all editions, or those that are asked for."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from textbuild.cli.console import AsOf, session
from textbuild.cli.standards.answers import Form, answer, registry, require_format
from textbuild.link.registry import EditionEntry
from textbuild.link.trace import mentions
from textbuild.link.verdict import Verdict
from textbuild.pipeline import link

_COLUMNS = ("edition", "verdict", "title", "successors")


def list_command(
    context: typer.Context,
    as_of: AsOf = None,
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
    require_format(format)
    here = session(context)
    linked = registry(here, as_of) if cited is None else link(here.run(as_of))[0]
    named, judge = mentions(linked), linked.judge
    rows = []
    for number, entry in sorted(linked.registry.editions.items()):
        if not _is_wanted(entry, number, sector, issuer, text) or cited not in (None, number in named):
            continue
        found = judge(number)
        if not verdict or found.status == verdict:
            rows.append(_row(entry, found))
    answer(rows, _COLUMNS, format)


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
