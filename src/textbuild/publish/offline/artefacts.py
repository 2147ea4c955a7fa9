"""The ZIPs as things to build, once the pages of the books and those they share are there."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from textbuild.link.library import LinkedLibrary
from textbuild.publish.artefact import Artefact, Workplace
from textbuild.publish.fingerprint import tools
from textbuild.publish.layout import book_page
from textbuild.publish.offline.collection import SiteFiles
from textbuild.publish.offline.download import archive_path
from textbuild.publish.offline.package import Package, package


def package_artefacts(linked: LinkedLibrary, books: Collection[str], place: Workplace) -> list[Artefact]:
    """The ZIP of each book whose site is built. To be asked after the pages are there: it looks at their content."""
    site = place.out / "site"
    files = SiteFiles(site)
    built = (book for book in linked.books if book.book.id in books and (site / book_page(book.book.id)).is_file())
    return [_artefact(package(files, book, linked), book.book.id, place) for book in built]


def _artefact(made_of: Package, book: str, place: Workplace) -> Artefact:
    digest = hashlib.sha256()
    for part in (made_of.folder, *map(repr, made_of.files.items()), *map(repr, made_of.pages.items())):
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
    return Artefact(
        f"{book} zip",
        place.out / "site" / archive_path(book),
        {"pages": digest.hexdigest(), "tools": tools(), "options": f"{place.epoch} {made_of.site_url}"},
        lambda beside: made_of.write(beside, place.epoch),
    )
