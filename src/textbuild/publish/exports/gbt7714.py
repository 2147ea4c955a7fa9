"""A reference list in the form of GB/T 7714—2025, as plain text: one numbered entry a line."""

from __future__ import annotations

from collections.abc import Iterable

from textbuild.link.library import LinkedLibrary
from textbuild.link.registry import EditionEntry
from textbuild.link.verdict import Verdict
from textbuild.publish.volume.references import reference


def render(selected: Iterable[tuple[EditionEntry, Verdict]], linked: LinkedLibrary) -> str:
    return "".join(_line(number, entry, verdict) for number, (entry, verdict) in enumerate(selected, 1))


def _line(number: int, entry: EditionEntry, verdict: Verdict) -> str:
    text, address = reference(verdict.edition, entry.standard.value)
    return " ".join(f"[{number}] {text}{address + '.' if address else ''}".split()) + "\n"
