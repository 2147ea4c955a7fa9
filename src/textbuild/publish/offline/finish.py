"""What is written when all pages and ZIPs are there: the offers of downloads, and what browsers keep books by."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.publish.artefact import Workplace
from textbuild.publish.layout import PORTAL, book_page
from textbuild.publish.offline.collection import SiteFiles, collect
from textbuild.publish.offline.download import archive_path, filled
from textbuild.publish.offline.file_list import file_list
from textbuild.publish.offline.status import status_list
from textbuild.publish.offline.worker import service_worker


def finish_offline(linked: LinkedLibrary, sound: Collection[str], place: Workplace) -> None:
    """Offers each ZIP that is there; writes `sw.js`, `<book>/status.json`, and `<book>/offline.json` of `sound` books.

    A book with errors keeps the pages that it had, and the list of them, but its status goes on. A file whose content
    stays the same is not touched.
    """
    site = place.out / "site"
    books = [book for book in linked.books if (site / book_page(book.book.id)).is_file()]
    _offer_downloads(site, books)
    files = SiteFiles(site, as_built=False)
    _write(site / "sw.js", service_worker(place.theme))
    for book in books:
        name = book.book.id
        _write(site / name / "status.json", status_list(book, linked))
        if name in sound:
            _write(site / name / "offline.json", file_list(book.book, collect(files, name), site, linked.day))


def _offer_downloads(site: Path, books: list[LinkedBook]) -> None:
    titles = {book.book.id: book.book.title for book in books}
    sizes = dict(_sizes(site, titles))
    for page in (PORTAL, *map(book_page, titles)):
        file = site / page
        if file.is_file():
            _write(file, filled(file.read_text("utf-8"), page, titles, sizes))


def _sizes(site: Path, books: Collection[str]) -> Iterator[tuple[str, int]]:
    for book in books:
        if (archive := site / archive_path(book)).is_file():
            yield book, archive.stat().st_size


def _write(file: Path, text: str) -> None:
    content = text.encode()
    if file.is_file() and file.read_bytes() == content:
        return
    beside = file.with_name(f".{file.name}.beside")
    beside.write_bytes(content)
    beside.replace(file)
