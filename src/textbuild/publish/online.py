"""The way from paper to the library's site: the address of a place there, and its QR code."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import segno

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.publish.layout import module_page
from textbuild.render import Online

SITE = re.compile(r"https?://([A-Za-z0-9.:\[\]-]+(?:/[A-Za-z0-9._~/-]*)?)", re.IGNORECASE)
"""An address that can be printed."""
_LONGEST = 250
"""Signs of an address: more would make the squares too small for an old telephone at 25 mm."""
_QUIET = 4

Locate = Callable[[str, str], Online | None]
"""Module's path and anchor → where that is on the web."""


def locator(book: LinkedBook, linked: LinkedLibrary) -> Locate:
    """For the modules of a book. None everywhere where `site_url` gives no address to print."""
    site = SITE.fullmatch((linked.library.config.value.site_url or "").strip())

    def locate(path: str, anchor: str) -> Online | None:
        if site is None:
            return None
        address = f"{site[0].rstrip('/')}/{quote(module_page(book.book, path))}#{quote(anchor)}"
        if len(address) > _LONGEST:
            return None
        drawing = segno.make(address, error="l", micro=False)
        return Online(address, drawing.svg_inline(border=_QUIET, light="#fff", omitsize=True))

    return locate
