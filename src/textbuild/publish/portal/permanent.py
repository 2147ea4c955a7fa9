"""The pages that printed codes lead to: does what stands on paper still hold, and where is the text of today?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from textbuild.link.library import LinkedLibrary
from textbuild.model.standard_number import canonical, parse
from textbuild.publish.layout import PORTAL
from textbuild.publish.portal.printed import BookView, Pages
from textbuild.publish.portal.templates import write_page
from textbuild.publish.portal.verdicts import Built


def build_permanent(linked: LinkedLibrary, out: Path, built: Built) -> None:
    """Writes `<name>/index.html` for every module, every printing and every retired id, and a list of all printings."""
    pages = Pages(linked, built)
    for module in pages.modules():
        write_page(out, module.page.removeprefix("v/"), module.page, "permanent.html", linked=linked, view=module)
    books: dict[str, list[BookView]] = {}
    for book in pages.books():
        write_page(out, book.page.removeprefix("v/"), book.page, "printing.html", linked=linked, view=book)
        if book.modules:
            books.setdefault(book.whole.book, []).append(book)
    write_page(out, PORTAL, f"v/{PORTAL}", "printings.html", linked=linked, books=books)


def printed_identities(linked: LinkedLibrary) -> Iterator[str]:
    """The standards that printings rest on, whether or not a text of today still cites them."""
    for ledger in linked.library.published:
        for printing in ledger.value.printings:
            for module in printing.modules:
                for edition in (*module.basis, *module.cites):
                    number = parse(edition)
                    yield canonical(number.identity) if number else edition
