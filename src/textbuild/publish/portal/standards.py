"""What the page of one standard shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from textbuild.link.library import LinkedLibrary
from textbuild.link.registry import EditionEntry
from textbuild.link.verdict import Status
from textbuild.model.book import Book, Module
from textbuild.model.clause_map import ClauseMap
from textbuild.model.standard import Edition, Standard
from textbuild.model.standard_number import canonical, printed
from textbuild.publish.layout import edition_anchor, module_page, standard_page
from textbuild.publish.portal.citing import Place
from textbuild.publish.portal.succession import Succession, succession
from textbuild.publish.portal.timeline import Bar, Timeline, timeline
from textbuild.publish.portal.verdicts import Built, EditionLink, VerdictView, edition_link, verdict_view

_MOST_WANTED = (
    Status.CURRENT,
    Status.UNVERIFIED,
    Status.UPCOMING,
    Status.ANNOUNCED,
    Status.SUPERSEDED,
    Status.WITHDRAWN,
)


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition; `record` holds what was written of it, `bar` its place on the time line."""

    printed: str
    anchor: str
    title: str | None
    record: Edition
    verdict: VerdictView
    bar: Bar
    replaces: tuple[tuple[EditionLink, bool], ...]
    """The older editions, and whether it replaces them in full."""


@dataclass(frozen=True, slots=True)
class ModuleCitations:
    """The places of one module that cite the standard, each with its anchor and words."""

    module: Module
    page: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class StandardView:
    printed: str
    page: str
    standard: Standard
    editions: tuple[EditionView, ...]
    """Newest first."""
    main: EditionView
    """The edition that counts on the day; failing that the newest."""
    timeline: Timeline
    succession: Succession | None
    parts: tuple[EditionLink, ...]
    changes: tuple[ClauseMap, ...]
    """What became of the clauses of an edition of this standard in the next, where someone has compared them."""
    adopts: tuple[tuple[str, str], ...]
    cited: tuple[tuple[Book, tuple[ModuleCitations, ...]], ...]
    """By textbooks; a book that is exempt from the citation rules, such as a manual, names standards as examples."""


def standard_view(linked: LinkedLibrary, identity: str, places: tuple[Place, ...], built: Built) -> StandardView:
    """The view of the standard with this identity, which the registry holds. Only `built` standards are linked."""
    standard = linked.registry.standards[identity].value
    entries = newest_first(linked.registry.editions_of(identity))
    line = timeline(linked, entries)
    editions = tuple(_edition(linked, entry, bar, built) for entry, bar in zip(entries, line.bars, strict=True))
    return StandardView(
        printed(identity),
        standard_page(identity),
        standard,
        editions,
        min(editions, key=lambda edition: rank(edition.verdict.status)),
        line,
        succession(linked, identity, built),
        tuple(_part(part.value, built) for part in linked.registry.parts(identity)),
        _changes(linked, entries),
        tuple((printed(adopted.number), adopted.degree) for adopted in standard.adopts),
        citations_by_book(place for place in places if not place.book.exempt),
    )


def newest_first(entries: Iterable[EditionEntry]) -> list[EditionEntry]:
    """The editions of one standard by the day they come into force, failing that of publication."""
    return sorted(entries, key=_age, reverse=True)


def rank(status: str) -> int:
    """Of a standard's editions the one with the lowest rank stands for it."""
    return _MOST_WANTED.index(Status(status))


def citations_by_book(places: Iterable[Place]) -> tuple[tuple[Book, tuple[ModuleCitations, ...]], ...]:
    """Places in reading order, grouped by book and module."""
    groups = (tuple(group) for _, group in groupby(places, key=lambda place: place.book.id))
    return tuple((group[0].book, tuple(_by_module(group))) for group in groups)


def _by_module(places: tuple[Place, ...]) -> Iterable[ModuleCitations]:
    for path, group in groupby(places, key=lambda place: place.module.path):
        found = tuple(group)
        yield ModuleCitations(found[0].module, module_page(found[0].book, path), found)


def _edition(linked: LinkedLibrary, entry: EditionEntry, bar: Bar, built: Built) -> EditionView:
    number = canonical(entry.edition.edition)
    return EditionView(
        printed(number),
        edition_anchor(number),
        entry.title,
        entry.edition,
        verdict_view(linked, linked.judge(number), built),
        bar,
        tuple(
            (edition_link(linked, canonical(one.edition), built), one.extent == "full")
            for one in entry.edition.replacements
        ),
    )


def _changes(linked: LinkedLibrary, entries: Iterable[EditionEntry]) -> tuple[ClauseMap, ...]:
    own = {canonical(entry.edition.edition) for entry in entries}
    return tuple(one.value for pair, one in sorted(linked.registry.maps.items()) if own & set(pair))


def _part(standard: Standard, built: Built) -> EditionLink:
    identity = canonical(standard.number)
    page = standard_page(identity) if identity in built else None
    return EditionLink(printed(identity), standard.title or "", page, None)


def _age(entry: EditionEntry) -> tuple[str, str]:
    edition = entry.edition
    return str(edition.effective or edition.published or ""), edition.edition
