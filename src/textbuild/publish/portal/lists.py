"""The lists that stand inside a book's site as articles: its contents, the standards it cites, the library's books."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.verdict import Verdict
from textbuild.model.standard import Standard
from textbuild.model.standard_number import canonical, printed
from textbuild.publish.layout import book_page, module_page, relative, standard_page
from textbuild.publish.portal.citing import citing_places, with_chains
from textbuild.publish.portal.standards import ModuleCitations, citations_by_book
from textbuild.publish.portal.templates import environment, fill
from textbuild.publish.portal.verdicts import VerdictView, edition_link, verdict_view


@dataclass(frozen=True, slots=True)
class Words:
    """Titles of pages that textbuild itself adds to a book."""

    home: str
    contents: str
    cited: str
    coverage: str
    glossary: str
    record: str


@dataclass(frozen=True, slots=True)
class CitedEdition:
    """One standard as the book cites it: in one edition, or (undated, unknown edition) as itself."""

    printed: str
    title: str
    standard: Standard
    page: str
    anchor: str | None
    verdict: VerdictView | None
    modules: tuple[ModuleCitations, ...]


@lru_cache
def words() -> Words:
    module = environment().get_template("words.html").module
    return Words(*(str(getattr(module, one.name)) for one in fields(Words)))


def cited_list(linked: LinkedLibrary, book: LinkedBook, page: str) -> str:
    """The standards that the book cites, with the verdict on the day and where each is cited."""
    rows = _cited(linked, book)
    return fill("fragment-cited.html", rows=rows, day=linked.day, link=_linker(page))


def contents_list(linked: LinkedLibrary, book: LinkedBook, page: str) -> str:
    """The modules of a book that has no first page of its own."""
    modules = [(module.module, module_page(book.book, module.module.path)) for module in book.modules]
    return fill("fragment-contents.html", modules=modules, book=book.book, link=_linker(page))


def library_list(linked: LinkedLibrary) -> str:
    """All books by sector, as the first page of a site of the whole library."""
    books = [(book.book, book_page(book.book.id)) for book in linked.books]
    return fill("fragment-library.html", library=linked.library.config.value, books=books, link=_linker("index.html"))


def _cited(linked: LinkedLibrary, book: LinkedBook) -> list[CitedEdition]:
    built = frozenset(with_chains(linked, citing_places(linked.books)))
    rows: dict[tuple[str, str], CitedEdition] = {}
    for identity, places in citing_places([book]).items():
        for edition in dict.fromkeys(place.edition for place in places):
            standard = linked.registry.standards[identity].value
            verdict = _verdict(linked, identity, edition)
            named = edition_link(linked, edition, built) if verdict and edition else None
            ((_, modules),) = citations_by_book(place for place in places if place.edition == edition)
            rows[identity, edition or ""] = CitedEdition(
                named.printed if named else printed(identity),
                (named.title if named else None) or standard.title or "",
                standard,
                standard_page(identity),
                named.anchor if named else None,
                verdict_view(linked, verdict, built) if verdict else None,
                modules,
            )
    return [rows[key] for key in sorted(rows)]


def _verdict(linked: LinkedLibrary, identity: str, edition: str | None) -> Verdict | None:
    entry = linked.registry.editions.get(edition or "")
    if entry is None or edition is None or canonical(entry.standard.value.number) != identity:
        return None
    return linked.judge(edition)


def _linker(page: str) -> Callable[..., str]:
    """What the templates call `link`: the address of a page of the site, seen from `page`."""
    return lambda to, anchor=None: relative(to, page, anchor)
