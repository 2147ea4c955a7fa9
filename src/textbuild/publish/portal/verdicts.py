"""A verdict as a page shows it: status, day, links along its chain, and notes in words."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from textbuild.diagnostics.translate import translator
from textbuild.link.library import LinkedLibrary
from textbuild.link.verdict import Verdict
from textbuild.model.standard_number import canonical, printed
from textbuild.publish.layout import edition_anchor, standard_page

Built = Container[str]
"""Identities of the standards that have a page."""


@dataclass(frozen=True, slots=True)
class EditionLink:
    """An edition's number as printed, its title, and where its page is: path in the site and anchor."""

    printed: str
    title: str
    page: str | None
    """None where no page is built for it."""
    anchor: str | None


@dataclass(frozen=True, slots=True)
class VerdictView:
    """`status` is a word of `link.verdict.Status`; the templates have its glyph and its name."""

    status: str
    since: str | None
    successors: tuple[EditionLink, ...]
    chain: tuple[EditionLink, ...]
    cycle: bool
    notes: tuple[str, ...]


def verdict_view(linked: LinkedLibrary, verdict: Verdict, built: Built) -> VerdictView:
    say = translator("zh")
    return VerdictView(
        verdict.status.value,
        str(verdict.since) if verdict.since else None,
        tuple(edition_link(linked, edition, built) for edition in verdict.successors),
        tuple(edition_link(linked, edition, built) for edition in verdict.chain),
        verdict.cycle,
        tuple(say(note) for note in verdict.notes),
    )


def edition_link(linked: LinkedLibrary, edition: str, built: Built) -> EditionLink:
    entry = linked.registry.editions.get(edition)
    identity = canonical(entry.standard.value.number) if entry else None
    page = standard_page(identity) if identity is not None and identity in built else None
    return EditionLink(printed(edition), (entry.title or "") if entry else "", page, edition_anchor(edition))
