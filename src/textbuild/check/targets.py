"""Where the links of a book lead: to the web, into the library, or out of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from urllib.parse import unquote

from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.model.book import Link

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_LEFT_OUT = re.compile(r"[\t\r\n]")
"""What browsers leave out of an address before they read it."""
_DRIVE = re.compile(r"[A-Za-z]:")


class Where(Enum):
    """What kind of place a link names."""

    WEB = "web"
    """Another host, or anything else with a scheme: `https:`, `mailto:`, `data:`."""
    INSIDE = "inside"
    OUTSIDE = "outside"
    """A path that leaves the library, or begins at the root of a disk or of a site."""


@dataclass(frozen=True, slots=True)
class Target:
    """What the `href` of a link names."""

    where: Where
    path: str = ""
    """Relative to the library's root; empty unless inside."""
    fragment: str = ""


@lru_cache(maxsize=8192)  # four rules ask for each link of a book
def target(href: str, source: str) -> Target:
    """What `href` names when it stands in the file at `source`, a path relative to the library's root."""
    href = _LEFT_OUT.sub("", href).strip()
    written, _, fragment = href.partition("#")
    path = unquote(written.partition("?")[0]).replace("\\", "/")
    if _SCHEME.match(href):
        return Target(Where.OUTSIDE if href[:5].lower() == "file:" else Where.WEB)
    if path.startswith("//"):
        return Target(Where.WEB)
    if path.startswith("/") or _DRIVE.match(path):
        return Target(Where.OUTSIDE)
    full = posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path else source
    if full == ".." or full.startswith("../"):
        return Target(Where.OUTSIDE)
    return Target(Where.INSIDE, full, unquote(fragment))


def links(book: LinkedBook) -> Iterator[tuple[LinkedModule, Link, Target]]:
    """Every link and image in the text of the book's modules."""
    for module in book.modules:
        for link in module.module.links:
            yield module, link, target(link.href, module.module.path)


def files(linked: LinkedLibrary) -> frozenset[str]:
    """The files of all books: what a link may lead to."""
    return frozenset(path for book in linked.books for path in book.book.files)
