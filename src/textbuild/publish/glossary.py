"""What the glossary of a book lists: its terms in the order of their pinyin, each with the modules that use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from textbuild.link.glossary import LinkedTerm, related, with_related
from textbuild.link.library import LinkedBook
from textbuild.link.resolve import ResolvedCitation
from textbuild.markdown import Document
from textbuild.model.book import Module
from textbuild.publish.pinyin import Key, pinyin_key
from textbuild.render import first_uses

Piece = TypeVar("Piece")


@dataclass(frozen=True, slots=True)
class Entry:
    term: LinkedTerm
    modules: tuple[Module, ...] = ()
    """Those that use it, in reading order. In each its first use has the id `term.use`."""
    see: tuple[LinkedTerm, ...] = ()

    @property
    def key(self) -> Key:
        return pinyin_key(self.term.value.term, self.term.value.pinyin)


def entries_of(book: LinkedBook, documents: Callable[[str], Document]) -> tuple[Entry, ...]:
    """The book's own terms and those of the library that it uses or refers to, sorted.

    `documents` gives a module's parsed text by its path.
    """
    used: dict[str, list[Module]] = {}
    for linked in book.modules if book.glossary.terms else ():
        for _, use in first_uses(documents(linked.module.path).tokens, book.glossary):
            used.setdefault(use.term.anchor, []).append(linked.module)
    wanted = [term for term in book.glossary.terms if not term.shared or term.anchor in used]
    listed = with_related(wanted, book.glossary)
    return in_order(Entry(term, tuple(used.get(term.anchor, ())), related(term, book.glossary)) for term in listed)


def cited_in(entries: Iterable[Entry]) -> Iterator[ResolvedCitation]:
    """The standards that entries name."""
    for entry in entries:
        yield from entry.term.basis
        yield from entry.term.citations


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    keyed = [(entry.key, index, entry) for index, entry in enumerate(entries)]
    return tuple(entry for _, _, entry in sorted(keyed, key=lambda item: item[:2]))


def by_initial(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Sorted entries under their letters; `~` is for those that begin with none."""
    return [(initial, list(group)) for initial, group in groupby(entries, key=lambda entry: entry.key[0])]


def pieces_of(
    term: LinkedTerm, plain: Callable[[str], Piece], cited: Callable[[ResolvedCitation, str], Piece]
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The definition and the basis of a term, in pieces of plain words and of standards, each with its words."""
    definition = (plain(one) if isinstance(one, str) else cited(one, one.citation.text) for one in term.definition)
    basis = (cited(one, one.citation.number.printed) for one in term.basis)
    return tuple(definition), tuple(basis)


def words_of_term(term: LinkedTerm) -> str:
    """What a search finds in an entry beside the term itself, one part a line."""
    value = term.value
    numbers = "、".join(one.citation.number.printed for one in term.basis)
    return "\n".join(filter(None, (value.english, "、".join(value.also_called), term.plain, numbers)))
