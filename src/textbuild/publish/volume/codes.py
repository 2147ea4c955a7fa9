"""The codes that print carries: a QR code and the same address in letters, which lead to the page of a printed id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import segno

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.published import coded, current_key, printing_id
from textbuild.publish.layout import permanent_page
from textbuild.publish.online import SITE

_LONGEST = 150
"""Signs of an address: more would make the squares too small for an old telephone at 20 mm."""
_QUIET = 4
"""Width of the white border in squares, as ISO/IEC 18004 asks."""


@dataclass(frozen=True, slots=True)
class Code:
    address: str
    letters: tuple[str, ...]
    """The address as people type it, in pieces between which a line may end."""
    picture: str
    """The QR code as a `data:` address of an SVG drawing."""


def code_of_book(book: LinkedBook, linked: LinkedLibrary) -> Code | None:
    """The code of the printing that `book.yml` tells of; None where `site_url` gives no address to print."""
    return _code(linked.library.config.value.site_url, printing_id(book.book), "")


def codes_of_modules(book: LinkedBook, linked: LinkedLibrary) -> Mapping[str, Code]:
    """Path of each module that carries a code → the code. It names the printing too, so that its page need not ask.

    Loose leaves stay in use when the book is printed again: their codes name none.
    """
    site = linked.library.config.value.site_url
    printing = "" if book.book.config.value.form == "loose-leaf" else f"#{current_key(book.book)}"
    found = ((one.module.path, _code(site, one.module.id, printing)) for one in coded(book))
    return {path: code for path, code in found if code is not None}


def _code(site_url: str | None, id_: str, fragment: str) -> Code | None:
    site = SITE.fullmatch((site_url or "").strip())
    if site is None:
        return None
    path = permanent_page(id_).removesuffix("index.html")
    address = f"{site[0].rstrip('/')}/{path}{fragment}"
    if len(address) > _LONGEST:
        return None
    drawing = segno.make(address, error="m", micro=False)
    picture = drawing.svg_data_uri(border=_QUIET, light="#fff", omitsize=True, omit_charset=True)
    return Code(address, tuple(_pieces(f"{site[1].rstrip('/')}/{path}")), picture)


def _pieces(address: str) -> Iterator[str]:
    return (found[0] for found in re.finditer(r"[^/]*/", address))
