"""The output formats of a book: an explicit table, one line a format."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.markdown import Document, parse
from textbuild.publish.artefact import BuildError, Publisher, Workplace
from textbuild.publish.volume.print_pages import pages_file


class HtmlPublisher:
    """The book's site, through MkDocs."""

    name = "html"

    def target(self, place: Workplace, book: str) -> Path:
        return place.out / "site" / book

    def reads(self, place: Workplace, book: str) -> tuple[Path, ...]:
        return ()

    def build(self, book: LinkedBook, linked: LinkedLibrary, place: Workplace, target: Path) -> None:
        from textbuild.publish.site import SiteOptions, build_book_site  # MkDocs costs 0.3 s to import

        build_book_site(book, linked, documents_of(book), place.root, target, SiteOptions.of(place.root))


class PdfPublisher:
    """The book for the screen and the office printer, through WeasyPrint."""

    name = "pdf"

    def target(self, place: Workplace, book: str) -> Path:
        return place.out / "pdf" / f"{book}.pdf"

    def reads(self, place: Workplace, book: str) -> tuple[Path, ...]:
        return ()

    def build(self, book: LinkedBook, linked: LinkedLibrary, place: Workplace, target: Path) -> None:
        from textbuild.publish.pdf import build_pdf  # WeasyPrint costs 0.5 s to import

        missing = build_pdf(book, linked, documents_of(book), target, place)
        if missing:
            target.unlink(missing_ok=True)
            raise BuildError(f"headings missing from the finished PDF: {', '.join(missing)}")


class EpubPublisher:
    """The book for reading systems on phones, tablets and e-readers."""

    name = "epub"

    def target(self, place: Workplace, book: str) -> Path:
        return place.out / "epub" / f"{book}.epub"

    def reads(self, place: Workplace, book: str) -> tuple[Path, ...]:
        return (pages_file(place, book),)

    def build(self, book: LinkedBook, linked: LinkedLibrary, place: Workplace, target: Path) -> None:
        from textbuild.publish.epub import build_epub

        build_epub(book, linked, documents_of(book), target, place)


class PressPublisher:
    """The book for the printing press: a folder with the file and the report that proves it."""

    name = "press"

    def target(self, place: Workplace, book: str) -> Path:
        return place.out / "press" / book

    def reads(self, place: Workplace, book: str) -> tuple[Path, ...]:
        return ()

    def build(self, book: LinkedBook, linked: LinkedLibrary, place: Workplace, target: Path) -> None:
        from textbuild.publish.press.book import build_press

        build_press(book, linked, documents_of(book), target, place)


PUBLISHERS: tuple[Publisher, ...] = (HtmlPublisher(), PdfPublisher(), EpubPublisher(), PressPublisher())


def documents_of(book: LinkedBook) -> Callable[[str], Document]:
    """Gives the parsed text of a module of the book by its path."""
    texts = {module.module.path: module.module.text for module in book.modules}
    return lambda path: _parsed(texts[path], path)


@lru_cache(maxsize=256)
def _parsed(text: str, path: str) -> Document:
    """Numbering and rendering read the same tokens, and so does the next build of a preview."""
    return parse(text, path)
