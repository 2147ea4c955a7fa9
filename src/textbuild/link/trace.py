"""Everything that names a standard: places in books, job specifications and processes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.resolve import ResolvedCitation, ResolvedReference, Resolver, resolver
from textbuild.model.citation import Citation
from textbuild.model.span import Sourced, Span
from textbuild.model.standard import Standard
from textbuild.model.standard_number import canonical, find_all

Kind = Literal["job", "process"]


@dataclass(frozen=True, slots=True)
class Use:
    """One place that names a standard: in a module of a book, or in a record (then `book` and `module` are None)."""

    resolved: ResolvedCitation
    role: Literal["basis", "text", "job", "process"]
    book: LinkedBook | None = None
    module: LinkedModule | None = None
    record: str | None = None
    """`job:ev-battery-assembler`, `process:pack-insulation-test#S3`."""

    @property
    def citation(self) -> Citation:
        return self.resolved.citation

    @property
    def judged(self) -> bool:
        """Whether it is taught by: no mere history, not in a book that is exempt from the citation rules."""
        return not self.citation.historical and (self.book is None or not self.book.book.exempt)

    def means(self, edition: str) -> bool:
        """Whether it names this edition on the library's day. Without a year it names the one current then."""
        return any(verdict.edition == edition for verdict in self.resolved.verdicts)


Uses = Mapping[str, tuple[Use, ...]]
"""By a standard's identity, in the order of books, modules and lines; records last."""


def trace(linked: LinkedLibrary) -> Uses:
    """Every use of every known standard."""
    found: dict[str, list[Use]] = defaultdict(list)
    for use in (*_in_books(linked.books), *_in_records(linked)):
        for standard in use.resolved.standards:
            found[identity(standard)].append(use)
    return MappingProxyType({number: tuple(uses) for number, uses in found.items()})


def mentions(linked: LinkedLibrary) -> Mapping[str, int]:
    """Edition → how many places of books name it, with or without its year; none that no book names."""
    found = Counter(verdict.edition for use in _in_books(linked.books) for verdict in use.resolved.verdicts)
    return MappingProxyType(found)


def identity(standard: Sourced[Standard]) -> str:
    return canonical(standard.value.number)


def dependents(uses: Iterable[Use], kind: Kind) -> tuple[str, ...]:
    """The parts of job specifications or processes that rest on these uses: by their own basis, or as what the
    modules that hold the uses are for. Each once, sorted."""
    found: set[str] = set()
    modules: dict[str, LinkedModule] = {}
    for use in uses:
        if use.record is not None and use.role == kind:
            found.add(use.record)
        if use.module is not None:
            modules[use.module.module.path] = use.module
    for module in modules.values():
        found.update(one.reference.target for one in named_records(module) if one.kind == kind)
    return tuple(sorted(found))


def named_records(module: LinkedModule) -> tuple[ResolvedReference, ...]:
    """What a module names of jobs and processes, in its front matter and its text."""
    return (*module.jobs, *module.processes, *(one for one in module.references if one.kind in ("job", "process")))


def _in_books(books: Iterable[LinkedBook]) -> Iterator[Use]:
    for book in books:
        for module in book.texts:
            yield from (Use(one, "basis", book, module) for one in module.basis)
            yield from (Use(one, "text", book, module) for one in module.citations)


def _in_records(linked: LinkedLibrary) -> Iterator[Use]:
    resolve = resolver(linked.registry, linked.judge)
    for job in linked.library.jobs:
        for index, text in enumerate(job.value.basis):
            yield from _uses(text, None, job.places.at("basis", index), "job", job.value.id, resolve)
    for process in linked.library.processes:
        for i, step in enumerate(process.value.steps):
            for j, parameter in enumerate(step.parameters):
                if basis := parameter.basis:
                    span = process.places.at("steps", i, "parameters", j, "basis")
                    record = f"{process.value.id}#{step.id}"
                    yield from _uses(basis.standard, basis.clause, span, "process", record, resolve)


def _uses(text: str, clause: str | None, span: Span, kind: Kind, record: str, resolve: Resolver) -> Iterator[Use]:
    for mention in find_all(text):
        citation = Citation(mention.number, text, span, clause or mention.locator)
        yield Use(resolve(citation), kind, record=record)
