"""HTML to PDF through WeasyPrint, with the book's own fonts, the book's own files and nothing of the machine's."""

from __future__ import annotations

import gc
import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from textbuild.publish.pdf.fetcher import BookFetcher
from textbuild.publish.pdf.justify import chinese_justification

Typesetter = Callable[[str, BookFetcher, Path], bytes]
"""Lays out an HTML document: text, where its files come from, the theme's folder → the PDF's bytes."""

_log = logging.getLogger(__name__)
_LACKED = re.compile(r'^\.notdef glyph .*: "(.+)" \(U\+')
_RAGGED = "* { text-align: left !important }"


def typeset(html: str, fetcher: BookFetcher, theme: Path) -> bytes:
    """The PDF of a whole document, tagged, for screens. The same HTML and files give the same bytes."""
    return _typeset(html, fetcher, theme, screen=True)


def typeset_for_press(html: str, fetcher: BookFetcher, theme: Path) -> bytes:
    """The PDF of a whole document without tags: printing presses read none."""
    return _typeset(html, fetcher, theme, screen=False)


def _typeset(html: str, fetcher: BookFetcher, theme: Path, *, screen: bool) -> bytes:
    with (
        _only_own_fonts(theme / "fonts.conf"),
        chinese_justification() as justified,
        _lacking_glyphs() as lacking,
        rare_collection(),
    ):
        document = HTML(string=html, base_url="book:/", url_fetcher=fetcher)
        if not justified:
            _log.warning("lines end ragged: this version of WeasyPrint is not known to justify Chinese")
        pdf = document.write_pdf(
            font_config=FontConfiguration(),
            stylesheets=None if justified else [CSS(string=_RAGGED)],
            pdf_identifier=b"textbuild",
            pdf_tags=screen,
            pdf_variant="pdf/a-3a" if screen else None,
        )
    if lacking:
        _log.warning("characters that the books' fonts do not have: %s", " ".join(sorted(lacking)))
    assert isinstance(pdf, bytes)
    return pdf


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
