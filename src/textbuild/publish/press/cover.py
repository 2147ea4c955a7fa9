"""The cover as the press wants it: back, spine and front on one sheet, the spine as wide as the book is thick."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.model.book import Publication
from textbuild.model.isbn import isbn_fault
from textbuild.publish.press.bar_code import bar_code
from textbuild.publish.volume.extent import padded
from textbuild.publish.volume.metadata import Metadata
from textbuild.publish.volume.page_size import page_size_of
from textbuild.publish.volume.templates import environment
from textbuild.render import words_of

LEAST_SPINE = 5.0
"""In mm: a narrower one carries no title, for the fold wanders by a millimetre."""
_SPINE_ROOM = 0.62
"""Part of the spine's width that its letters take."""


@dataclass(frozen=True, slots=True)
class Spine:
    width: float
    """In mm."""
    letters: tuple[str, ...]
    """Of the title, from top to bottom; none where they would not fit."""
    size: float
    """Of the letters, in mm."""


def spine_of(title: str, pages: int, publication: Publication, height: float) -> Spine | None:
    """None where the paper is not known: the width can not be guessed. `pages`: of the text, `height`: of the page."""
    if publication.paper is None:
        return None
    width = round(padded(pages) / 2 * publication.paper.thickness, 1)
    letters = tuple("".join(title.split()))
    size = min(width * _SPINE_ROOM, 7.0, height * 0.6 / max(1, len(letters)))
    return Spine(width, letters if width >= LEAST_SPINE and size >= 2 else (), round(size, 2))


def cover_of(book: LinkedBook, linked: LinkedLibrary, metadata: Metadata, spine: Spine, theme: Path) -> str:
    """The HTML of the cover: one page. A bar code is drawn only of an ISBN that is given and whole."""
    config = book.book.config.value
    publication = config.publication or Publication()
    isbn = publication.isbn if publication.isbn and isbn_fault(publication.isbn) is None else None
    drawing = bar_code(isbn, publication.bar_code_addition) if isbn else None
    return (
        environment(theme / "print")
        .get_template("press-cover.html")
        .render(
            book=config,
            library=linked.library.config.value,
            publication=publication,
            metadata=metadata,
            size=page_size_of(config),
            spine=spine,
            isbn=isbn and isbn.upper().removeprefix("ISBN").strip(" :："),
            bars=f"data:image/svg+xml,{quote(drawing)}" if drawing else None,
            words=words_of(config.language),
        )
    )
