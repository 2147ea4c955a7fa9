"""What the pages of job specifications and processes show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from textbuild.link.library import LinkedLibrary
from textbuild.model.job import JobSpec
from textbuild.model.process import Process
from textbuild.model.standard_number import canonical, find_all, printed
from textbuild.publish.layout import record_page
from textbuild.publish.portal.citing import Place
from textbuild.publish.portal.standards import ModuleCitations, citations_by_book
from textbuild.publish.portal.verdicts import Built, EditionLink, edition_link

Uses = tuple[tuple[Place, str | None], ...]
"""Places that use a record, each with the id of the part."""


@dataclass(frozen=True, slots=True)
class RecordView:
    """A job specification or a process, and who uses each of its parts."""

    page: str
    record: JobSpec | Process
    used: dict[str | None, tuple[ModuleCitations, ...]]
    """Part's id (None: the whole) → modules of textbooks that use it."""
    basis: dict[str, EditionLink]
    """A standard's number as the record writes it → its page."""


def record_view(linked: LinkedLibrary, record: JobSpec | Process, uses: Uses, built: Built) -> RecordView:
    taught = [(place, part or "") for place, part in uses if not place.book.exempt]
    parts = sorted({part for _, part in taught})
    used = {part or None: _modules(place for place, each in taught if each == part) for part in parts}
    numbers = _basis(record)
    return RecordView(
        record_page(record.id), record, used, {number: _standard_link(linked, number, built) for number in numbers}
    )


def _modules(places: Iterable[Place]) -> tuple[ModuleCitations, ...]:
    ordered = [place for _, group in groupby(places, key=lambda place: place.book.id) for place in group]
    return tuple(module for _, modules in citations_by_book(ordered) for module in modules)


def _basis(record: JobSpec | Process) -> tuple[str, ...]:
    if isinstance(record, JobSpec):
        return record.basis
    found = (parameter.basis.standard for step in record.steps for parameter in step.parameters if parameter.basis)
    return tuple(dict.fromkeys(found))


def _standard_link(linked: LinkedLibrary, written: str, built: Built) -> EditionLink:
    mentions = find_all(written)
    if not mentions:
        return EditionLink(written, "", None, None)
    number = mentions[0].number
    if number.canonical in linked.registry.editions:
        return edition_link(linked, number.canonical, built)
    standard = linked.registry.standards.get(number.identity)
    if standard is None:
        return EditionLink(number.printed, "", None, None)
    newest = canonical(standard.value.editions[-1].edition)
    return EditionLink(
        printed(number.canonical), standard.value.title or "", edition_link(linked, newest, built).page, None
    )
