"""HTML to PDF through WeasyPrint, with the book's own fonts, the book's own files and nothing of the machine's."""

from __future__ import annotations

import logging
import os
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
_RAGGED = "* { text-align: left !important }"


def typeset(html: str, fetcher: BookFetcher, theme: Path) -> bytes:
    """The PDF of a whole document. The same HTML and files give the same bytes."""
    with _only_own_fonts(theme / "fonts.conf"), chinese_justification() as justified:
        document = HTML(string=html, base_url="book:/", url_fetcher=fetcher)
        if not justified:
            _log.warning("lines end ragged: this version of WeasyPrint is not known to justify Chinese")
        pdf = document.write_pdf(
            font_config=FontConfiguration(),
            stylesheets=None if justified else [CSS(string=_RAGGED)],
            pdf_identifier=b"textbuild",
            pdf_tags=True,
        )
    assert isinstance(pdf, bytes)
    return pdf


@contextmanager
def _only_own_fonts(config: Path) -> Iterator[None]:
    """Within the block fontconfig knows no fonts but those that the style sheet loads."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(config)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
