"""Writes the pages that belong to no book, each group into a folder of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.model.library import Major, Sector
from textbuild.publish.layout import LIBRARY_GLOSSARY, PORTAL, book_page, register_page
from textbuild.publish.portal.citing import citing_places, referring_places, with_chains
from textbuild.publish.portal.covers import Cover, book_cover
from textbuild.publish.portal.data import standards_json
from textbuild.publish.portal.feed import feed
from textbuild.publish.portal.glossary import library_glossary
from textbuild.publish.portal.permanent import build_permanent, printed_identities
from textbuild.publish.portal.records import record_view
from textbuild.publish.portal.register import register
from textbuild.publish.portal.standards import standard_view
from textbuild.publish.portal.templates import write_page


@dataclass(frozen=True, slots=True)
class Card:
    """A major with its book, or a book of no major. `page` None: the book is not written yet."""

    title: str
    major: Major | None
    book: LinkedBook | None
    cover: Cover | None
    page: str | None
    hours: float
    pdf_size: int | None


def build_portal(linked: LinkedLibrary, out: Path, pdfs: Mapping[str, int], *, pdf_base: str = "../pdf/") -> None:
    """Writes `index.html` and `404.html` into `out`.

    `pdfs`: book id → size of its PDF in bytes. `pdf_base`: where PDFs are, seen from the portal's page.
    """
    library = linked.library.config.value
    sectors = [(sector, _cards(linked, sector, pdfs)) for sector in library.sectors]
    others = _other_cards(linked, pdfs)
    terms = any(book.glossary.terms for book in linked.books)
    common = {"linked": linked, "library": library, "glossary": LIBRARY_GLOSSARY if terms else None}
    write_page(out, PORTAL, PORTAL, "index.html", sectors=sectors, others=others, pdf_base=pdf_base, **common)
    # A missing page is answered from any folder: this one takes no style from beside it, and names the host's root.
    write_page(out, "404.html", "404.html", "404.html", home=library.site_url or "/", **common)


def build_shared(linked: LinkedLibrary, out: Path, pdfs: Mapping[str, int], *, pdf_base: str = "../pdf/") -> None:
    """Writes all that books share into `out`: portal, standards, job specifications and processes."""
    build_portal(linked, out, pdfs, pdf_base=pdf_base)
    build_records(linked, out)
    build_printed(linked, out / "v")


def build_standards(linked: LinkedLibrary, out: Path) -> None:
    """Writes `<slug>/index.html` for each standard that a book cites and for those before and after it.

    And a list of all standards of the registry, the same as `standards.json`, and `feed.atom` with what changes.
    """
    places = citing_places(linked.books)
    built = dict.fromkeys(with_chains(linked, [*places, *printed_identities(linked)]))
    for identity in built:
        view = standard_view(linked, identity, places.get(identity, ()), built)
        write_page(out, view.page.removeprefix("standards/"), view.page, "standard.html", linked=linked, view=view)
    rows = register(linked, places, built)
    write_page(out, PORTAL, register_page(), "standards.html", linked=linked, rows=rows)
    for name, text in (("standards.json", standards_json(linked, built)), ("feed.atom", feed(linked, built))):
        (out / name).write_text(text, encoding="utf-8", newline="\n")


def build_printed(linked: LinkedLibrary, out: Path) -> None:
    """Writes the pages that printed codes lead to, `<name>/index.html`, and a list of all printings."""
    cited = citing_places(linked.books)
    build_permanent(linked, out, frozenset(with_chains(linked, [*cited, *printed_identities(linked)])))


def build_jobs(linked: LinkedLibrary, out: Path) -> None:
    """Writes `<slug>/index.html` for each job specification that a book uses."""
    _build_kind(linked, out, "jobs")


def build_processes(linked: LinkedLibrary, out: Path) -> None:
    """Writes `<slug>/index.html` for each process that a book uses."""
    _build_kind(linked, out, "processes")


def build_records(linked: LinkedLibrary, site: Path) -> None:
    """Writes standards, jobs, processes and terms into their folders of a whole site."""
    build_standards(linked, site / "standards")
    build_jobs(linked, site / "jobs")
    build_processes(linked, site / "processes")
    if letters := library_glossary(linked):
        place = LIBRARY_GLOSSARY
        write_page(site, place, place, "glossary.html", linked=linked, letters=letters, of_library=True)


def _build_kind(linked: LinkedLibrary, out: Path, kind: str) -> None:
    out.mkdir(parents=True, exist_ok=True)
    uses = referring_places(linked.books)
    built = frozenset(with_chains(linked, citing_places(linked.books)))
    records = linked.library.jobs if kind == "jobs" else linked.library.processes
    template = "job.html" if kind == "jobs" else "process.html"
    for record in records:
        if record.value.id in uses:
            view = record_view(linked, record.value, uses[record.value.id], built)
            write_page(out, view.page.removeprefix(f"{kind}/"), view.page, template, linked=linked, view=view)


def _cards(linked: LinkedLibrary, sector: Sector, pdfs: Mapping[str, int]) -> list[Card]:
    books = {book.book.id: book for book in linked.books}
    by_major = {book.book.config.value.major: book for book in linked.books if book.book.config.value.major}
    majors = [major for major in linked.library.config.value.majors if major.sector == sector.id]
    return [_card(linked, major, books.get(major.book or "") or by_major.get(major.code), pdfs) for major in majors]


def _other_cards(linked: LinkedLibrary, pdfs: Mapping[str, int]) -> list[Card]:
    majors = linked.library.config.value.majors
    taken = {major.book for major in majors}
    codes = {major.code for major in majors}
    others = [b for b in linked.books if b.book.id not in taken and b.book.config.value.major not in codes]
    return [_card(linked, None, book, pdfs) for book in others]


def _card(linked: LinkedLibrary, major: Major | None, book: LinkedBook | None, pdfs: Mapping[str, int]) -> Card:
    if book is None:
        return Card(major.title if major else "", major, None, None, None, 0, None)
    hours = sum(module.module.front.value.hours or 0 for module in book.modules)
    drawn = book_cover(book.book, linked.library.config.value)
    return Card(book.book.title, major, book, drawn, book_page(book.book.id), hours, pdfs.get(book.book.id))
