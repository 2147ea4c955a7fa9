"""Links a whole library: every mention in every module to what it names on one day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from textbuild.link.registry import Registry
from textbuild.link.resolve import (
    Judge,
    ResolvedCitation,
    ResolvedReference,
    Resolver,
    judge_on,
    resolve_reference,
    resolver,
)
from textbuild.load.garbage import without_garbage_collection
from textbuild.model.book import Anchor, Book, Module
from textbuild.model.citation import Citation, Reference
from textbuild.model.job import JobSpec
from textbuild.model.library import Library
from textbuild.model.process import Process
from textbuild.model.span import Sourced
from textbuild.model.standard_number import StandardNumber, find_all

Identified = TypeVar("Identified", JobSpec, Process)
RecordsById = tuple[Mapping[str, Sourced[JobSpec]], Mapping[str, Sourced[Process]]]


@dataclass(frozen=True, slots=True)
class LinkedModule:
    """A module with all its mentions resolved; `basis`, `jobs`, `processes` are those of its front matter."""

    module: Module
    citations: tuple[ResolvedCitation, ...] = ()
    basis: tuple[ResolvedCitation, ...] = ()
    references: tuple[ResolvedReference, ...] = ()
    jobs: tuple[ResolvedReference, ...] = ()
    processes: tuple[ResolvedReference, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedBook:
    book: Book
    modules: tuple[LinkedModule, ...] = ()
    jobs: tuple[ResolvedReference, ...] = ()
    """The job specifications it trains for."""


@dataclass(frozen=True, slots=True)
class LinkedLibrary:
    library: Library
    registry: Registry
    day: date
    books: tuple[LinkedBook, ...] = ()

    @property
    def judge(self) -> Judge:
        """Verdicts on the library's day."""
        return judge_on(self.registry, self.day, self.library.config.value.max_check_age)


def link_library(library: Library, day: date, registry: Registry | None = None) -> LinkedLibrary:
    """Resolves every mention of the library as of `day`; `registry` is that of its standards, if made already."""
    registry = registry or Registry.of(library.standards, library.maps)
    judge = judge_on(registry, day, library.config.value.max_check_age)
    records = _by_id(library.jobs), _by_id(library.processes)
    resolve = resolver(registry, judge)
    with without_garbage_collection():
        books = tuple(_link_book(book, resolve, records) for book in library.books)
    return LinkedLibrary(library, registry, day, books)


def _link_book(book: Book, resolve: Resolver, records: RecordsById) -> LinkedBook:
    anchors: dict[str, tuple[Anchor, str]] = {}
    for module in book.modules:
        for anchor in module.anchors:
            if anchor.kind != "heading":
                anchors.setdefault(anchor.id, (anchor, module.path))
    modules = tuple(_link_module(module, resolve, records, anchors) for module in book.modules)
    places = book.config.places
    mentions = (Reference(job, places.at("jobs", i)) for i, job in enumerate(book.config.value.jobs))
    return LinkedBook(book, modules, tuple(resolve_reference(one, *records, {}) for one in mentions))


def _link_module(
    module: Module, resolve: Resolver, records: RecordsById, book_anchors: Mapping[str, tuple[Anchor, str]]
) -> LinkedModule:
    own = {anchor.id: (anchor, module.path) for anchor in reversed(module.anchors)}
    anchors = {**book_anchors, **own}
    front, places = module.front.value, module.front.places
    basis = (_basis(text, module, i) for i, text in enumerate(front.basis))
    jobs = (Reference(text, places.at("jobs", i)) for i, text in enumerate(front.jobs))
    processes = (Reference(text, places.at("processes", i)) for i, text in enumerate(front.processes))
    return LinkedModule(
        module,
        tuple(resolve(one) for one in module.citations),
        tuple(resolve(one) for one in basis),
        tuple(resolve_reference(one, *records, anchors) for one in module.references),
        tuple(resolve_reference(one, *records, {}) for one in jobs),
        tuple(resolve_reference(one, *records, {}) for one in processes),
    )


def _basis(text: str, module: Module, index: int) -> Citation:
    """A front-matter entry as a citation. What is no standard number stays as written, so that it is found unknown."""
    mentions = find_all(text)
    number = mentions[0].number if mentions else StandardNumber(text.strip())
    locator = mentions[0].locator if mentions else None
    return Citation(number, text, module.front.places.at("basis", index), locator)


def _by_id(records: Iterable[Sourced[Identified]]) -> dict[str, Sourced[Identified]]:
    found: dict[str, Sourced[Identified]] = {}
    for record in records:
        found.setdefault(record.value.id, record)
    return found
