"""The glossary of a book as an article of its site, and that of the whole library as a page of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from textbuild.link.glossary import LinkedTerm, related
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.resolve import ResolvedCitation
from textbuild.markdown import Document
from textbuild.model.book import Heading
from textbuild.model.span import Span
from textbuild.model.standard_number import canonical
from textbuild.publish.glossary import Entry, by_initial, entries_of, in_order, pieces_of
from textbuild.publish.layout import (
    LIBRARY_GLOSSARY,
    edition_anchor,
    glossary_page,
    module_page,
    relative,
    standard_page,
)
from textbuild.publish.portal.citing import citing_places, with_chains
from textbuild.publish.portal.templates import fill
from textbuild.publish.portal.verdicts import Built


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a definition; of a standard that they name with its page and its verdict."""

    text: str
    page: str | None = None
    anchor: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One entry. All pages are paths in the site."""

    term: LinkedTerm
    anchor: str
    definition: tuple[Piece, ...]
    basis: tuple[Piece, ...]
    see: tuple[tuple[str, str, str], ...]
    """(term, page, anchor)"""
    places: tuple[tuple[str, str, str], ...]
    """(title, page, anchor) of the modules that use it, or of the books that explain it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The rows under one initial, with the heading's words and id."""

    text: str
    id: str
    rows: tuple[Row, ...]


def glossary_list(
    linked: LinkedLibrary, book: LinkedBook, page: str, documents: Callable[[str], Document]
) -> tuple[str, tuple[Heading, ...]]:
    """The article for the page `page` of the book's site, and the letters as its headings."""
    built = frozenset(with_chains(linked, citing_places(linked.books)))

    def row(entry: Entry) -> Row:
        uses = ((one.title, module_page(book.book, one.path), entry.term.use) for one in entry.modules)
        return _row(entry, entry.term.anchor, page, uses, built)

    letters = _letters(entries_of(book, documents), row)
    html = fill("fragment-glossary.html", letters=letters, of_library=False, link=partial(_link, page))
    return html, tuple(Heading(2, letter.text, letter.id, Span(page)) for letter in letters)


def library_glossary(linked: LinkedLibrary) -> tuple[Letter, ...]:
    """The library's own terms and those of its books; what several books explain alike is one row."""
    built = frozenset(with_chains(linked, citing_places(linked.books)))
    explained: dict[tuple[str, str], tuple[Entry, str, list[tuple[str, str, str]]]] = {}
    for term in linked.glossary.terms:
        entry = Entry(term, (), related(term, linked.glossary))
        explained[term.value.term, term.plain] = entry, LIBRARY_GLOSSARY, []
    for book in linked.books:
        page = glossary_page(book.book.id)
        for term in (one for one in book.glossary.terms if not one.shared):
            entry = Entry(term, (), related(term, book.glossary))
            _, _, places = explained.setdefault((term.value.term, term.plain), (entry, page, []))
            places.append((book.book.title, page, term.anchor))
    taken: Counter[str] = Counter()
    rows = {}
    for entry, page, places in explained.values():
        anchor = entry.term.anchor
        taken[anchor] += 1
        anchor = anchor if taken[anchor] == 1 else f"{anchor}---{taken[anchor]}"
        rows[id(entry)] = _row(entry, anchor, page, places, built)
    return _letters(in_order(entry for entry, _, _ in explained.values()), lambda entry: rows[id(entry)])


def _letters(entries: Iterable[Entry], row: Callable[[Entry], Row]) -> tuple[Letter, ...]:
    return tuple(
        Letter("其他", "letter-other", tuple(map(row, found)))
        if initial == "~"
        else Letter(initial, f"letter-{initial.lower()}", tuple(map(row, found)))
        for initial, found in by_initial(entries)
    )


def _row(entry: Entry, anchor: str, page: str, places: Iterable[tuple[str, str, str]], built: Built) -> Row:
    term = entry.term
    definition, basis = pieces_of(term, Piece, partial(_cited, built))
    see = ((one.value.term, page, one.anchor) for one in entry.see)
    return Row(term, anchor, definition, basis, tuple(see), tuple(places))


def _cited(built: Built, resolved: ResolvedCitation, text: str) -> Piece:
    identity = canonical(resolved.standards[0].value.number) if resolved.standards else ""
    status = resolved.verdict.status.value if resolved.verdict else None
    if identity not in built:
        return Piece(text, status=status)
    anchor = edition_anchor(resolved.edition) if resolved.edition else None
    return Piece(text, standard_page(identity), anchor, status)


def _link(page: str, to: str, anchor: str | None = None) -> str:
    return relative(to, page, anchor)
