"""The search of the whole site: the standards and records, with the indexes of all books beside them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from textbuild.link.library import LinkedLibrary
from textbuild.model.job import Duty, JobSpec
from textbuild.model.process import Parameter, Process, Step
from textbuild.model.standard import Standard
from textbuild.model.standard_number import canonical, printed
from textbuild.publish.glossary import words_of_term
from textbuild.publish.layout import (
    LIBRARY_GLOSSARY,
    SEARCH,
    edition_anchor,
    record_page,
    register_anchor,
    register_page,
    standard_page,
)
from textbuild.publish.portal.citing import citing_places, referring_places, with_chains
from textbuild.publish.portal.glossary import Row, library_glossary
from textbuild.publish.portal.standards import newest_first
from textbuild.publish.portal.verdicts import Built
from textbuild.publish.search import (
    Collection,
    Index,
    NotAnIndexError,
    SearchPage,
    Section,
    index_of,
    merged,
    read_index,
    write_index,
)
from textbuild.render.words import words_of

_ABOVE_TEXT = 20
"""A standard's own page comes before the modules that have its number in their title."""
_TERM = 30
"""Who types a term first wants to know what it means."""


def build_search(linked: LinkedLibrary, site: Path, out: Path) -> None:
    """Writes the index of the whole site into `out`, from those that its books have in `site`.

    A book that is not built is not searched.
    """
    own = [index_of(collection, "../") for collection in collections(linked)]
    write_index(merged([*own, *_books(linked, site)]), out)


def collections(linked: LinkedLibrary) -> tuple[Collection, ...]:
    """What is searched beside the books; to search more, add it here. Paths are those in the site."""
    built = frozenset(with_chains(linked, citing_places(linked.books)))
    uses = referring_places(linked.books)
    standards = (_standard(linked, identity, built) for identity in sorted(linked.registry.standards))
    jobs = (_job(record.value) for record in linked.library.jobs if record.value.id in uses)
    processes = (_process(record.value) for record in linked.library.processes if record.value.id in uses)
    rows = (row for letter in library_glossary(linked) for row in letter.rows)
    return (
        Collection("术语", tuple(map(_term, rows)), _TERM),
        Collection("标准库", tuple(standards), _ABOVE_TEXT),
        Collection("岗位规范", tuple(jobs)),
        Collection("工艺流程", tuple(processes)),
    )


def _books(linked: LinkedLibrary, site: Path) -> Iterator[Index]:
    for book in linked.books:
        # Built by another textbuild, or not at all: the others are searched all the same.
        with suppress(FileNotFoundError, NotAnIndexError):
            yield read_index(site / book.book.id / SEARCH, f"../{book.book.id}/{SEARCH}/")


def _term(row: Row) -> SearchPage:
    term = row.term.value.term
    return SearchPage(LIBRARY_GLOSSARY, term, (), (Section(row.anchor, term, words_of_term(row.term)),))


def _standard(linked: LinkedLibrary, identity: str, built: Built) -> SearchPage:
    standard = linked.registry.standards[identity].value
    title = f"{printed(identity)} {standard.title or ''}".strip()
    editions = tuple(_editions(linked, identity, standard))
    if identity in built:
        top = Section("", title, standard.title_en or "")
        return SearchPage(standard_page(identity), title, (), (top, *editions))
    lines = (standard.title_en or "", *(f"{one.heading} {one.text}" for one in editions))
    top = Section(register_anchor(identity), title, "\n".join(filter(None, lines)))
    return SearchPage(register_page(), title, (), (top,))


def _editions(linked: LinkedLibrary, identity: str, standard: Standard) -> Iterator[Section]:
    verdicts = words_of("zh").verdicts
    for entry in newest_first(linked.registry.editions_of(identity)):
        number = canonical(entry.edition.edition)
        own = entry.title if entry.title and entry.title != standard.title else ""
        text = "\n".join(filter(None, (own, verdicts[linked.judge(number).status])))
        yield Section(edition_anchor(number), printed(number), text)


def _job(job: JobSpec) -> SearchPage:
    top = Section("", job.title, "\n".join(filter(None, (job.issuer.name, job.note))))
    return SearchPage(record_page(job.id), job.title, (), (top, *(_duty(duty) for duty in job.duties)))


def _duty(duty: Duty) -> Section:
    lines = (line for task in duty.tasks for line in (task.title, *(one.title for one in task.competencies)))
    return Section(duty.id, duty.title, "\n".join(lines))


def _process(process: Process) -> SearchPage:
    top = Section("", process.title, process.note or "")
    return SearchPage(record_page(process.id), process.title, (), (top, *(_step(step) for step in process.steps)))


def _step(step: Step) -> Section:
    listed = (*step.equipment, *step.actions, *map(_parameter, step.parameters), *step.checks, *step.hazards)
    return Section(step.id, step.title, "\n".join(filter(None, (step.station, *listed, step.note))))


def _parameter(parameter: Parameter) -> str:
    basis = f"{parameter.basis.standard} {parameter.basis.clause or ''}" if parameter.basis else ""
    return " ".join(filter(None, (parameter.name, parameter.unit, basis, parameter.note)))
