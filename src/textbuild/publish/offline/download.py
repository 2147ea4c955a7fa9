"""The places on pages where a book's download is offered: empty when built, filled once its size is known.

A book's ZIP holds the book's pages with the place empty: what one has downloaded offers no download.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from textbuild.publish.layout import relative
from textbuild.publish.portal.templates import fill

_PLACE = re.compile(r'(<div class="tb-download" data-book="([\w-]+)">).*?(</div>)', re.DOTALL)


def archive_path(book: str) -> str:
    """Where a book's ZIP stands in the site."""
    return f"download/{book}.zip"


def emptied(html: str) -> str:
    """The page as it was built."""
    return _PLACE.sub(r"\1\3", html)


def filled(html: str, page: str, titles: Mapping[str, str], sizes: Mapping[str, int]) -> str:
    """The page with a link and the size, in bytes, of each download that there is."""

    def offer(found: re.Match[str]) -> str:
        book = found[2]
        if book not in sizes:
            return f"{found[1]}{found[3]}"
        address = escape(relative(archive_path(book), page))
        inside = fill("fragment-download.html", address=address, title=titles.get(book, book), size=sizes[book])
        return f"{found[1]}{inside.strip()}{found[3]}"

    return _PLACE.sub(offer, html)
