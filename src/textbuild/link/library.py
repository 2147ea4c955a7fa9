"""Links a whole library: every mention in every module to what it names on one day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from textbuild.link.glossary import EMPTY, LinkedGlossary, LinkedTerm, glossary_of, link_terms
from textbuild.link.registry import Registry
from textbuild.link.resolve import (
    Judge,
    ResolvedCitation,
    ResolvedReference,
    Resolver,
    basis_citation,
    judge_on,
    resolve_reference,
    resolver,
)
from textbuild.link.workshop import LinkedWorkshop, homes, link_workshop
from textbuild.load.garbage import without_garbage_collection
from textbuild.model.book import Anchor, Book, FrontMatter, Heading, Module
from textbuild.model.citation import Reference
from textbuild.model.glossary import GlossaryFile
from textbuild.model.job import JobSpec
from textbuild.model.library import Library
from textbuild.model.process import Process
from textbuild.model.span import Sourced
from textbuild.model.workshop import Workshop, workshop_anchor

Identified = TypeVar("Identified", JobSpec, Process, Workshop)
RecordsById = tuple[Mapping[str, Sourced[JobSpec]], Mapping[str, Sourced[Process]]]
Anchors = Mapping[str, tuple[Anchor, str]]


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
    glossary: LinkedGlossary = EMPTY
    """The terms in force in it: its own, and those of the library."""
    definitions: LinkedModule | None = None
    """Its own `glossary.yml` as a text that names standards; None where it has none."""
    workshops: tuple[LinkedWorkshop, ...] = ()

    @property
    def texts(self) -> tuple[LinkedModule, ...]:
        """All of it that names standards."""
        return self.modules if self.definitions is None else (*self.modules, self.definitions)

    @property
    def is_practised(self) -> bool:
        """Whether it has a question, or a workshop that stands in a module: what a learning record tells of."""
        workshops = any(workshop.home for workshop in self.workshops)
        return workshops or any(module.module.questions for module in self.modules)


@dataclass(frozen=True, slots=True)
class LinkedLibrary:
    library: Library
    registry: Registry
    day: date
    books: tuple[LinkedBook, ...] = ()
    glossary: LinkedGlossary = EMPTY
    """The terms of the library's own `glossary.yml`."""
    definitions: LinkedModule | None = None
    """That file as a text that names standards."""

    @property
    def judge(self) -> Judge:
        """Verdicts on the library's day."""
        return judge_on(self.registry, self.day, self.library.config.value.max_check_age)


def in_form(linked: LinkedLibrary, form: str | None) -> LinkedLibrary:
    """The library with every book to be printed in this form; as the books say if it is None."""
    if form is None:
        return linked

    def formed(one: LinkedBook) -> LinkedBook:
        config = replace(one.book.config, value=one.book.config.value.model_copy(update={"form": form}))
        return replace(one, book=replace(one.book, config=config))

    return replace(linked, books=tuple(map(formed, linked.books)))


def link_library(library: Library, day: date, registry: Registry | None = None) -> LinkedLibrary:
    """Resolves every mention of the library as of `day`; `registry` is that of its standards, if made already."""
    registry = registry or Registry.of(library.standards, library.maps)
    judge = judge_on(registry, day, library.config.value.max_check_age)
    records = _by_id(library.jobs), _by_id(library.processes)
    resolve = resolver(registry, judge)
    with without_garbage_collection():
        shared = link_terms(library.glossary, resolve, shared=True)
        books = tuple(_link_book(book, resolve, records, shared) for book in library.books)
    glossary = glossary_of(shared)
    return LinkedLibrary(library, registry, day, books, glossary, _definitions(library.glossary, glossary))


def _link_book(book: Book, resolve: Resolver, records: RecordsById, shared: tuple[LinkedTerm, ...]) -> LinkedBook:
    anchors: dict[str, tuple[Anchor, str]] = {}
    for module in book.modules:
        for anchor in module.anchors:
            if anchor.kind != "heading":
                anchors.setdefault(anchor.id, (anchor, module.path))
    workshops = _by_id(book.workshops)
    modules = tuple(_link_module(module, resolve, records, anchors, workshops) for module in book.modules)
    places = book.config.places
    mentions = (Reference(job, places.at("jobs", i)) for i, job in enumerate(book.config.value.jobs))
    jobs = tuple(resolve_reference(one, *records, {}) for one in mentions)
    glossary = glossary_of(link_terms(book.glossary, resolve), shared)
    standing = homes(book.modules)
    linked = tuple(
        link_workshop(one, records[1], resolve, standing.get(workshop_anchor(id_))) for id_, one in workshops.items()
    )
    return LinkedBook(book, modules, jobs, glossary, _definitions(book.glossary, glossary), linked)


def _link_module(
    module: Module,
    resolve: Resolver,
    records: RecordsById,
    book_anchors: Anchors,
    workshops: Mapping[str, Sourced[Workshop]],
) -> LinkedModule:
    own = {anchor.id: (anchor, module.path) for anchor in reversed(module.anchors) if anchor.kind != "workshop"}
    anchors = {**book_anchors, **own}
    front, places = module.front.value, module.front.places
    basis = (basis_citation(text, places.at("basis", i)) for i, text in enumerate(front.basis))
    jobs = (Reference(text, places.at("jobs", i)) for i, text in enumerate(front.jobs))
    processes = (Reference(text, places.at("processes", i)) for i, text in enumerate(front.processes))
    return LinkedModule(
        module,
        tuple(resolve(one) for one in module.citations),
        tuple(resolve(one) for one in basis),
        tuple(resolve_reference(one, *records, anchors, workshops) for one in module.references),
        tuple(resolve_reference(one, *records, {}) for one in jobs),
        tuple(resolve_reference(one, *records, {}) for one in processes),
    )


def _definitions(file: GlossaryFile | None, glossary: LinkedGlossary) -> LinkedModule | None:
    """A glossary's file as a module, whose headings are the terms: rules and lists then see what it cites."""
    if file is None:
        return None
    places = file.glossary.places
    headings: list[Heading] = []
    basis: list[ResolvedCitation] = []
    citations: list[ResolvedCitation] = []
    for index, value in enumerate(file.glossary.value.terms):
        term = glossary.names[value.term]
        if term.value is not value or not (term.basis or term.citations):
            continue
        headings.append(Heading(2, value.term, term.anchor, places.at("terms", index, "term")))
        basis += term.basis
        citations += [replace(one, citation=replace(one.citation, heading=term.anchor)) for one in term.citations]
    front = Sourced(FrontMatter(title="术语表"), places)
    module = Module(file.path, file.path, "术语表", front, file.text, tuple(headings))
    return LinkedModule(module, tuple(citations), tuple(basis))


def _by_id(records: Iterable[Sourced[Identified]]) -> dict[str, Sourced[Identified]]:
    found: dict[str, Sourced[Identified]] = {}
    for record in records:
        found.setdefault(record.value.id, record)
    return found
