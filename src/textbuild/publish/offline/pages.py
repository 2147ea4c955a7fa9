"""The pages that only the ZIP has: its first one, and the one to which links lead that lead out of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.publish.layout import PORTAL, book_page, relative
from textbuild.publish.offline.references import target, with_links
from textbuild.publish.portal.templates import page_html

NOT_HERE = "not-here.html"


def own_pages(linked: LinkedLibrary, book: LinkedBook) -> Mapping[str, str]:
    """Path → page."""
    return {page: _fill(page, template, linked, book) for page, template in _TEMPLATES}


def turned(html: str, page: str, inside: Collection[str], site_url: str | None) -> str:
    """The page with its links out of the ZIP turned to the public site; where there is none, to `NOT_HERE`."""

    def turn(address: str) -> str:
        path = target(address, page)
        if path is None or path in inside:
            return address
        if site_url is None or path.startswith(".."):
            return relative(NOT_HERE, page)
        fragment = address.partition("#")[2]
        return f"{site_url.rstrip('/')}/{relative(path, PORTAL)}" + (f"#{fragment}" if fragment else "")

    return with_links(html, turn)


_TEMPLATES = ((PORTAL, "offline.html"), (NOT_HERE, "not-here.html"))


def _fill(page: str, template: str, linked: LinkedLibrary, book: LinkedBook) -> str:
    config = linked.library.config.value
    return page_html(page, template, linked=linked, book=book, start=book_page(book.book.id), site_url=config.site_url)
