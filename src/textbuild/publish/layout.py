"""Where every page stands within the library's site, `output/site/`, and how one page names another.

All paths here are relative to that folder and unquoted; only `relative` gives an address for HTML. Pages name
`index.html` in full, so that the site also works when it is opened from a disk.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

from textbuild.model.book import Book
from textbuild.model.permanent import permanent_name

PORTAL = "index.html"
SEARCH = "search"
"""The folder of a search index, in the site for all of it and in each book for the book."""


LIBRARY_SEARCH = f"{SEARCH}/index.js"
LIBRARY_GLOSSARY = "glossary/index.html"


def standard_page(identity: str) -> str:
    return f"standards/{standard_slug(identity)}/index.html"


def register_page() -> str:
    """The list of all standards."""
    return "standards/index.html"


def register_anchor(identity: str) -> str:
    """The id of a standard in that list, if it has no page of its own."""
    return f"s-{standard_slug(identity)}"


def standard_slug(identity: str) -> str:
    """`GB/T 20234.1` → `gb-t-20234.1`: letters, digits, dots and hyphens only, so it is safe as a folder's name."""
    return re.sub(r"[^\w.]+|\.{2,}|_", "-", identity.casefold()).strip("-.") or "standard"


def edition_anchor(edition: str) -> str:
    """The id of an edition on its standard's page."""
    return f"e-{standard_slug(edition)}"


def record_page(record: str) -> str:
    """`job:slug` and `process:slug`, with or without `#part`, to their page."""
    kind, _, slug = record.partition("#")[0].partition(":")
    return f"{'jobs' if kind == 'job' else 'processes'}/{slug}/index.html"


def permanent_page(id_: str) -> str:
    """The page that the printed code of a module or of a printing leads to."""
    return f"v/{permanent_name(id_)}/index.html"


def book_page(book: str) -> str:
    return f"{book}/index.html"


def book_search(book: str) -> str:
    """The file with which the search in a book begins."""
    return f"{book}/{LIBRARY_SEARCH}"


def glossary_page(book: str) -> str:
    return f"{book}/glossary.html"


def module_page(book: Book, module: str) -> str:
    """The page of the module with this path, relative to the library's root."""
    return f"{book.id}/{page_in_book(within(book, module))}"


def page_in_book(source: str) -> str:
    """`a/b.md` → `a/b.html`; `README.md` is the folder's index, as MkDocs has it."""
    path = PurePosixPath(source)
    stem = "index" if path.stem == "README" else path.stem
    return str(path.with_name(f"{stem}.html"))


def asset(books: Iterable[Book], path: str) -> str | None:
    """Where a file of the library stands in the site; None for a file of no book."""
    return next((f"{b.id}/{within(b, path)}" for b in books if path.startswith(f"{b.folder}/")), None)


def within(book: Book, path: str) -> str:
    """A path below the library's root as one below the book's folder."""
    return path.removeprefix(f"{book.folder}/")


def relative(target: str, page: str, anchor: str | None = None) -> str:
    """The address of `target` in the HTML of `page`."""
    href = quote(posixpath.relpath(target, posixpath.dirname(page) or "."))
    return f"{href}#{quote(anchor)}" if anchor else href
