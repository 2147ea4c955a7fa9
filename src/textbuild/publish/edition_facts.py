"""What other programs are told of an edition: dates, verdict on the day, and where it was read."""

from __future__ import annotations

from typing import Any

from textbuild.link.registry import EditionEntry
from textbuild.link.verdict import Verdict
from textbuild.model.standard_number import canonical


def edition_facts(entry: EditionEntry, verdict: Verdict) -> dict[str, Any]:
    """Plain values for JSON; dates as `2026-07-01`, `2026-07` or `2026`, null where they are not known."""
    edition = entry.edition
    return {
        "number": verdict.edition,
        "standard": canonical(entry.standard.value.number),
        "title": entry.title,
        "verdict": verdict.status.value,
        "since": _text(verdict.since),
        "successors": verdict.successors,
        "published": _text(edition.published),
        "effective": _text(edition.effective),
        "withdrawn": True if edition.withdrawn is True else _text(edition.withdrawn),
        "sectors": entry.standard.value.sectors,
        "sources": [{"kind": check.kind.value, "on": str(check.on)} for check in edition.checks],
    }


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)
