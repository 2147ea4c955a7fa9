"""The inverse of citation: which standards the books use, and where each one is cited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.registry import EditionEntry, Registry
from textbuild.link.resolve import ResolvedCitation, ResolvedReference
from textbuild.model.book import Book, Module
from textbuild.model.standard_number import canonical


@dataclass(frozen=True, slots=True)
class Place:
    """One place in a module. `anchor` and `heading` are None at its top; `basis`: its front matter declares it."""

    book: Book
    module: Module
    anchor: str | None
    heading: str | None
    basis: bool = False
    edition: str | None = None
    """The edition meant there, where it is one."""

    @property
    def key(self) -> tuple[str, str | None, bool, str | None]:
        """The same for two mentions under one heading."""
        return self.module.path, self.anchor, self.basis, self.edition


def citing_places(books: Iterable[LinkedBook]) -> dict[str, tuple[Place, ...]]:
    """Identity of each cited standard → the places that cite it, in reading order, each once."""
    found: dict[str, dict[object, Place]] = {}
    for book in books:
        for module in book.texts:
            for resolved, place in _citations(book, module):
                for standard in resolved.standards:
                    found.setdefault(canonical(standard.value.number), {}).setdefault(place.key, place)
    return {identity: tuple(places.values()) for identity, places in sorted(found.items())}


def referring_places(books: Iterable[LinkedBook]) -> dict[str, tuple[tuple[Place, str | None], ...]]:
    """Id of each job specification or process used → the places that use it, each with the id of the part."""
    found: dict[str, dict[object, tuple[Place, str | None]]] = {}
    for book in books:
        for used in book.jobs:
            if used.record is not None:
                found.setdefault(used.record.value.id, {})
        for module in book.modules:
            for reference, place in _references(book, module):
                if reference.record is not None:
                    part = reference.part.id if reference.part else None
                    uses = found.setdefault(reference.record.value.id, {})
                    uses.setdefault((place.key, part), (place, part))
    return {record: tuple(places.values()) for record, places in sorted(found.items())}


def with_chains(linked: LinkedLibrary, identities: Iterable[str]) -> tuple[str, ...]:
    """The standards, all that they ever replaced, and all that replaced any of these: no chain ends on no page."""
    registry = linked.registry

    def older(entry: EditionEntry) -> Iterable[str]:
        return (one.edition for one in entry.edition.replacements)

    def newer(entry: EditionEntry) -> Iterable[str]:
        return (one.edition for one in registry.successors(canonical(entry.edition.edition)))

    return tuple(sorted(_reached(registry, _reached(registry, identities, older), newer)))


def _reached(
    registry: Registry, identities: Iterable[str], following: Callable[[EditionEntry], Iterable[str]]
) -> set[str]:
    """The known standards among these, and those of the editions that follow from theirs, step by step."""
    reached: set[str] = set()
    queue = list(identities)
    while queue:
        identity = queue.pop()
        if identity in reached or identity not in registry.standards:
            continue
        reached.add(identity)
        for entry in registry.editions_of(identity):
            found = (registry.editions.get(canonical(edition)) for edition in following(entry))
            queue += [canonical(one.standard.value.number) for one in found if one is not None]
    return reached


def _citations(book: LinkedBook, module: LinkedModule) -> Iterator[tuple[ResolvedCitation, Place]]:
    titles = {heading.anchor: heading.text for heading in module.module.headings}
    for resolved in module.basis:
        yield resolved, Place(book.book, module.module, None, None, True, resolved.edition)
    for resolved in module.citations:
        anchor = resolved.citation.heading
        yield resolved, Place(book.book, module.module, anchor, titles.get(anchor or ""), False, resolved.edition)


def _references(book: LinkedBook, module: LinkedModule) -> Iterator[tuple[ResolvedReference, Place]]:
    titles = {heading.anchor: heading.text for heading in module.module.headings}
    for reference in (*module.jobs, *module.processes):
        yield reference, Place(book.book, module.module, None, None, True)
    for reference in module.references:
        anchor = reference.reference.heading
        yield reference, Place(book.book, module.module, anchor, titles.get(anchor or ""))
