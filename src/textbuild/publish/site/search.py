"""The search of each book of a site, from the pages that MkDocs has built."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from pathlib import Path

from textbuild.publish.layout import SEARCH
from textbuild.publish.search import Collection, SearchPage, Section, index_of, write_index
from textbuild.publish.site.page import FragmentPage
from textbuild.publish.site.plan import PageEntry, Searched

_MANUAL = -15
"""A book that is exempt from the citation rules, such as a manual, comes after the textbooks."""


def write_searches(searched: tuple[Searched, ...], pages: Mapping[str, FragmentPage], site: Path) -> None:
    """Writes `search/` into the folder of each book. `pages`: their path in the site → page, rendered."""
    for book in searched:
        found = (_page(entry, pages[entry.target], book.folder) for entry in book.pages)
        collection = Collection(book.title, tuple(page for page in found if page), _MANUAL if book.exempt else 0)
        write_index(index_of(collection, "../"), site / book.folder / SEARCH)


def _page(entry: PageEntry, page: FragmentPage, folder: str) -> SearchPage | None:
    if not page.sections:
        return None
    title = entry.meta["title"]
    first, *others = page.sections
    own = (first.heading, first.text) if first.heading != title else (first.text,)
    top = Section("", title, "\n".join(filter(None, own)))
    above = tuple(unescape(section.title or "") for section in reversed([*page.ancestors]))
    sections = (top, *(Section(one.anchor, one.heading, one.text) for one in others))
    return SearchPage(entry.target.removeprefix(folder), title, above, sections)
