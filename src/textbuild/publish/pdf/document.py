"""The whole book as one HTML document, made of the templates in `themes/print`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textbuild.diagnostics.translate import translator
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.model.standard_number import printed
from textbuild.publish.pdf.addresses import record_anchor
from textbuild.publish.pdf.chapters import BODY, FRONT, Chapter, bookmark
from textbuild.publish.pdf.endings import with_endings
from textbuild.publish.pdf.indexes import index_of_standards, index_of_words
from textbuild.publish.volume.codes import code_of_book, codes_of_modules
from textbuild.publish.volume.extent import MOST_PAGES, characters, sheets, thousands
from textbuild.publish.volume.glossary import BoundTerm
from textbuild.publish.volume.imprint import imprint_of
from textbuild.publish.volume.metadata import Metadata
from textbuild.publish.volume.page_size import page_size_of
from textbuild.publish.volume.records import Records, limits, origin
from textbuild.publish.volume.references import Entry, ReferenceList
from textbuild.publish.volume.templates import environment
from textbuild.render import words_of
from textbuild.render.citation import explain

_COVER = 2
"""Pages of the screen's cover with its blank back, which are printed apart and do not count."""


def document_of(
    book: LinkedBook,
    linked: LinkedLibrary,
    chapters: Sequence[Chapter],
    references: ReferenceList,
    records: Records,
    glossary: Sequence[tuple[str, Sequence[BoundTerm]]],
    metadata: Metadata,
    theme: Path,
    more_fonts: Sequence[str] = (),
    press: bool = False,
) -> str:
    """The HTML. Every value is escaped but the chapters' own, which `render` made.

    `more_fonts` are the style sheets whose fonts are installed; `press` leaves the cover out.
    """
    words = words_of(book.book.config.value.language)
    size = page_size_of(book.book.config.value)
    say = translator(words.language)

    def verdict(entry: Entry) -> str:
        return explain(entry.verdict, words)

    def notes(entry: Entry) -> list[str]:
        return [say(note) for note in entry.verdict.notes] if entry.verdict else []

    return with_endings(
        environment(theme / "print")
        .get_template("book.html")
        .render(
            book=book.book.config.value,
            library=linked.library.config.value,
            day=linked.day.isoformat(),
            chapters=chapters,
            front=[chapter for chapter in chapters if chapter.kind == "front"],
            body=[chapter for chapter in chapters if chapter.kind != "front"],
            answered=[chapter for chapter in chapters if chapter.fragment.answers],
            references=references.entries,
            records=records,
            glossary=glossary,
            index=index_of_words(glossary, chapters),
            cited=index_of_standards(references, chapters, glossary),
            printed=printed,
            metadata=metadata,
            imprint=imprint_of(book, linked, metadata, characters(one.fragment.html for one in chapters), size),
            size=size,
            totals=[max(1, pages - (0 if press else _COVER)) for pages in range(1, MOST_PAGES + 1)],
            sheets=sheets,
            thousands=thousands,
            code=code_of_book(book, linked),
            codes=codes_of_modules(book, linked),
            words=words,
            verdict=verdict,
            notes=notes,
            bookmark=bookmark,
            limits=limits,
            origin=origin,
            anchor=record_anchor,
            more_fonts=more_fonts,
            press=press,
            units={chapter.path: f"{chapter.leaf.code}-" for chapter in chapters if chapter.leaf},
            labels={chapter.path: chapter.label for chapter in chapters},
            front_id=FRONT,
            body_id=BODY,
        )
    )
