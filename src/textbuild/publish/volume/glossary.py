"""The glossary at the end of a bound volume: every term with the places where the modules first use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textbuild.link.glossary import LinkedTerm
from textbuild.link.resolve import ResolvedCitation
from textbuild.link.verdict import Status
from textbuild.model.book import Module
from textbuild.publish.glossary import Entry, by_initial, pieces_of
from textbuild.render import Addresses, Words


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a definition. Those that name a standard lead to the list of references; `status` if not current."""

    text: str
    href: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class BoundTerm:
    anchor: str
    term: LinkedTerm
    definition: tuple[Piece, ...]
    basis: tuple[Piece, ...]
    see: tuple[tuple[str, str], ...]
    """(term, address)"""
    uses: tuple[tuple[str, Module], ...]
    """Address of the first use in each module."""


def bound_glossary(
    entries: Iterable[Entry], addresses: Addresses, anchor: Callable[[LinkedTerm], str], words: Words
) -> list[tuple[str, list[BoundTerm]]]:
    """Sorted entries under their letters. `anchor` gives the id of a term's entry."""

    def cited(resolved: ResolvedCitation, text: str) -> Piece:
        verdict = resolved.verdict
        status = words.verdict(verdict.status) if verdict else words.unknown
        return Piece(
            text, addresses.standard(resolved), None if verdict and verdict.status is Status.CURRENT else status
        )

    def bound(entry: Entry) -> BoundTerm:
        term = entry.term
        definition, basis = pieces_of(term, Piece, cited)
        see = ((one.value.term, addresses.term(one) or "") for one in entry.see)
        uses = ((addresses.module(module.path, term.use), module) for module in entry.modules)
        return BoundTerm(anchor(term), term, definition, basis, tuple(see), tuple(uses))

    groups = by_initial(entries)
    return [("其他" if initial == "~" else initial, [bound(one) for one in found]) for initial, found in groups]
