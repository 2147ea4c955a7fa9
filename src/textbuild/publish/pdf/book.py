"""A linked book as one PDF: modules rendered, put into the theme's document, laid out, finished and proved whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.markdown import Document
from textbuild.publish.artefact import BuildError, Workplace
from textbuild.publish.glossary import cited_in, entries_of
from textbuild.publish.online import locator
from textbuild.publish.pdf.addresses import PrintAddresses, term_anchor
from textbuild.publish.pdf.binding import Binder
from textbuild.publish.pdf.chapters import BODY, FRONT, Chapter, Loose, chapters_of, expected_of
from textbuild.publish.pdf.companions import apart_of, companions_of, units_of, write_companions
from textbuild.publish.pdf.completeness import Expected, missing
from textbuild.publish.pdf.document import document_of
from textbuild.publish.pdf.fetcher import BookFetcher
from textbuild.publish.pdf.finish import finish
from textbuild.publish.pdf.formulas import draw_formulas
from textbuild.publish.pdf.room import with_room
from textbuild.publish.pdf.source_data import standards_of
from textbuild.publish.pdf.typeset import Typesetter
from textbuild.publish.volume.glossary import bound_glossary
from textbuild.publish.volume.metadata import Metadata, metadata_of
from textbuild.publish.volume.print_pages import pages_file, text_of
from textbuild.publish.volume.records import records_of
from textbuild.publish.volume.references import reference_list, reference_lists
from textbuild.render import formulas_of, number_book, words_of

_MORE_FONTS = {
    "more-fonts.css": ("@expo-google-fonts/noto-sans", "@expo-google-fonts/jetbrains-mono"),
    "kai.css": ("@fontsource/lxgw-wenkai",),
}
"""Fonts for signs that the Chinese ones lack, for code, for quotations; books are built without them too."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A book as WeasyPrint leaves it, with what is needed to finish it and to prove it whole."""

    content: bytes
    metadata: Metadata
    expected: tuple[Expected, ...]
    chapters: tuple[Chapter, ...]
    apart: Mapping[str, bytes]
    """Id of a title → the file of its own that goes with the book."""


def build_pdf(
    book: LinkedBook,
    linked: LinkedLibrary,
    documents: Callable[[str], Document],
    target: Path,
    place: Workplace,
    lay_out: Typesetter | None = None,
) -> tuple[str, ...]:
    """Writes the book to `target` and returns what of its modules is missing there: nothing, if all is well.

    What goes with loose leaves and workbooks is put into the folder beside it: see `companions`.
    `documents` gives a module's parsed text by its path. The same inputs give the same bytes. Raises BuildError
    where fonts or MathJax are not installed.
    """
    laid_out = lay_out_book(book, linked, documents, place, lay_out)
    target.parent.mkdir(parents=True, exist_ok=True)
    chapters = laid_out.chapters

    def finished(content: bytes, path: Path, told: Metadata, part: LinkedBook, labels: Mapping[str, str]) -> None:
        finish(content, path, told, standards_of(part, linked), body=BODY, front=FRONT, units=labels)

    finished(laid_out.content, target, laid_out.metadata, book, units_of(chapters))
    if lost := missing(target, laid_out.expected):
        return lost
    companions = list(companions_of(book, chapters, laid_out.apart))
    told = lambda part: metadata_of(part, linked, place.epoch)  # noqa: E731
    write_companions(place.out / "pdf" / book.book.id, book, chapters, companions, told, finished)
    return ()


def lay_out_book(
    book: LinkedBook,
    linked: LinkedLibrary,
    documents: Callable[[str], Document],
    place: Workplace,
    lay_out: Typesetter | None = None,
    *,
    press: bool = False,
) -> LaidOut:
    """Lays the book out, by gatherings unless `lay_out` does it.

    `press`: with bleed and marks and without tags and the cover, which is printed apart.
    """
    modules = node_modules(place)
    terms = entries_of(book, documents)
    loose = _loose(book, place)
    references = reference_list(replace(book, modules=()) if loose else book, cited_in(terms))
    records = records_of(book)
    addresses = PrintAddresses(book, references, records.ids, locator(book, linked))
    chapters = _chapters(book, linked, documents, place, modules, addresses, loose)
    chapters = with_room(chapters, book, fields=place.fields and not press)
    glossary = bound_glossary(terms, addresses, term_anchor, words_of(book.book.config.value.language))
    metadata = metadata_of(book, linked, place.epoch)
    more_fonts = [css for css, names in _MORE_FONTS.items() if all((modules / name).is_dir() for name in names)]
    html = document_of(book, linked, chapters, references, records, glossary, metadata, place.theme, more_fonts, press)
    theme = place.theme / "print"
    kept = place.cache / "layout" / f"{book.book.id}-{'press' if press else 'screen'}"
    expected = tuple(expected_of(book, chapters))
    apart: dict[str, bytes] = {}
    if lay_out is None:
        lay_out = Binder(
            place.root,
            kept,
            (FRONT, BODY, *units_of(chapters)),
            tags=not press,
            report=None if press else pages_file(place, book.book.id),
            text=text_of(book),
            sources={one.anchor: one.name for one in expected},
            apart=apart_of(book, chapters, apart, press),
            even=loose is not None,
        )
    content = lay_out(html, BookFetcher(place.root, theme, modules, place.cache / "fonts"), theme)
    return LaidOut(content, metadata, expected, chapters, apart)


def node_modules(place: Workplace) -> Path:
    """Where fonts and MathJax are: beside the themes in a checkout, else in the library's own folder.

    Raises BuildError where they are in neither.
    """
    for folder in (place.theme.parent / "node_modules", place.root / "node_modules"):
        if (folder / "mathjax").is_dir() and (folder / "@expo-google-fonts").is_dir():
            return folder
    raise BuildError(f"fonts and MathJax are missing in {place.root / 'node_modules'}; run `make setup`, or `npm ci`")


def _chapters(
    book: LinkedBook,
    linked: LinkedLibrary,
    documents: Callable[[str], Document],
    place: Workplace,
    modules: Path,
    addresses: PrintAddresses,
    loose: Loose | None,
) -> tuple[Chapter, ...]:
    parsed = {module.module.path: documents(module.module.path) for module in book.modules}
    formulas = draw_formulas(
        (formula for document in parsed.values() for formula in formulas_of(document)), place.cache, modules
    )
    numbering = number_book(book, parsed.__getitem__)
    return chapters_of(book, parsed, numbering, addresses, formulas, linked.day, loose)


def _loose(book: LinkedBook, place: Workplace) -> Loose | None:
    return Loose(reference_lists(book), place.root) if book.book.config.value.form == "loose-leaf" else None
