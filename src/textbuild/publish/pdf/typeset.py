"""HTML to PDF through WeasyPrint, with the book's own fonts, the book's own files and nothing of the machine's."""

from __future__ import annotations

import gc
import logging
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML

from textbuild.publish.pdf.chapters import BODY, FRONT
from textbuild.publish.pdf.deferral import deferred_figures
from textbuild.publish.pdf.fetcher import BookFetcher
from textbuild.publish.pdf.justify import chinese_justification
from textbuild.publish.pdf.page_lists import filled, listed, numbered
from textbuild.publish.pdf.spacing import write_gaps_short
from textbuild.publish.pdf.stylesheets import faces_of, read_once
from textbuild.publish.pdf.typecase import BookFonts, Typecase, scan, typecase

Typesetter = Callable[[str, BookFetcher, Path], bytes]
"""Lays out an HTML document: text, where its files come from, the theme's folder → the PDF's bytes."""

FIELD = '<input class="tb-field'
"""What a document has where there is something to fill in on a screen."""

_log = logging.getLogger(__name__)
_LACKED = re.compile(r'^\.notdef glyph .*: "(.+)" \(U\+')
_BASE = "book:/"
_RAGGED = "* { text-align: left !important }"


def typeset(html: str, fetcher: BookFetcher, theme: Path) -> bytes:
    """The PDF of a whole document in one go, tagged, for screens. The same HTML and files give the same bytes.

    Where it lists pages it is laid out twice: these lists stand behind all that they name.
    """
    written = write(filled(html, {}, {}), fetcher, theme, tags=True)
    if listed(html):
        known = numbered((page.anchors for page in written.pages), (FRONT, BODY))
        written = write(filled(html, known, {}), fetcher, theme, tags=True)
    warn_of(written.lacking)
    return written.pdf


@dataclass(frozen=True, slots=True)
class Written:
    pdf: bytes
    pages: Sequence[Any]
    """WeasyPrint's, laid out."""
    lacking: frozenset[str]
    """Characters that the books' fonts do not have."""


def write(
    html: str,
    fetcher: BookFetcher,
    theme: Path,
    *,
    tags: bool,
    archive: bool = False,
    sheets: Sequence[str] = (),
    finishers: Sequence[Callable[[Any], None]] = (),
) -> Written:
    """Lays a document out and draws it. `tags` are for screens: printing presses read none.

    `archive`: the file says that it is PDF/A. `sheets` are style sheets of the theme that are put over the document's
    own; `finishers` change WeasyPrint's file before it is written.
    """
    fonts = _fonts(html, fetcher, theme)
    with (
        _only_own_fonts(fonts.config),
        read_once(fetcher.sheets),
        chinese_justification() as justified,
        deferred_figures(),
        _lacking_glyphs() as lacking,
        rare_collection(),
    ):
        if not justified:
            _log.warning("lines end ragged: this version of WeasyPrint is not known to justify Chinese")
        variant = "pdf/a-3a" if tags else "pdf/a-3b" if archive else None
        intent = "srgb" if variant else None
        forms = FIELD in html
        styles = [] if justified else [CSS(string=_RAGGED)]
        styles += [CSS(filename=theme / sheet) for sheet in sheets]
        document = HTML(string=html, base_url=_BASE, url_fetcher=fetcher).render(
            font_config=BookFonts(fonts.faces), stylesheets=styles, output_intent=intent, pdf_forms=forms
        )
        pdf = document.write_pdf(
            pdf_identifier=b"textbuild", pdf_tags=tags, pdf_variant=variant, output_intent=intent,
            pdf_forms=forms, finisher=lambda _, file: [finish(file) for finish in (write_gaps_short, *finishers)],
        )  # fmt: skip
    assert isinstance(pdf, bytes)
    return Written(pdf, document.pages, frozenset(lacking))


def make_ready(html: str, fetcher: BookFetcher, theme: Path) -> None:
    """Reads the style sheets and the fonts that a document's head names, unless that is done.

    To be called before processes start that lay out documents with the same head: it is theirs then, too.
    """
    with _only_own_fonts(_fonts(html, fetcher, theme).config):
        scan()


def warn_of(lacking: frozenset[str]) -> None:
    """Tells of characters that were drawn as empty boxes."""
    if lacking:
        _log.warning("characters that the books' fonts do not have: %s", " ".join(sorted(lacking)))


def _fonts(html: str, fetcher: BookFetcher, theme: Path) -> Typecase:
    head = HTML(string=html.partition("<body")[0], base_url=_BASE, url_fetcher=fetcher)
    none = theme / "fonts.conf"
    with read_once(fetcher.sheets):
        faces = faces_of(head)
    return typecase(faces, fetcher, fetcher.ready, none) if fetcher.ready else Typecase(none, frozenset())


@contextmanager
def _only_own_fonts(config: Path) -> Iterator[None]:
    """Within the block fontconfig knows no fonts but those that the style sheet loads.

    fontTools, which unpacks some of them, writes no time of day into them: else no two files were the same.
    """
    own = {"FONTCONFIG_FILE": str(config), "SOURCE_DATE_EPOCH": "0"}
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _lacking_glyphs() -> Iterator[set[str]]:
    """Collects the characters that the layout could only draw as empty boxes."""
    found: set[str] = set()

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if lacked := _LACKED.search(record.getMessage()):
                found.add(lacked[1])

    logger, collector = logging.getLogger("weasyprint"), Collector()
    logger.addHandler(collector)
    try:
        yield found
    finally:
        logger.removeHandler(collector)


@contextmanager
def rare_collection() -> Iterator[None]:
    """Within the block the garbage collector runs rarely: a layout makes millions of objects, and keeps them."""
    before = gc.get_threshold()
    gc.set_threshold(500_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)
