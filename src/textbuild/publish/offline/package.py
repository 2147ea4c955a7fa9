"""The ZIP of one book: `<title>/index.html`, and below it the site's own folders as far as the book needs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.publish.offline.archive import folder_name, write_archive
from textbuild.publish.offline.collection import SiteFiles, collect, page_as_built, targets_of
from textbuild.publish.offline.pages import own_pages, turned


@dataclass(frozen=True, slots=True)
class Package:
    """What goes into one ZIP."""

    site: Path
    folder: str
    """The name of its only folder."""
    pages: Mapping[str, str]
    """Path → text of the pages that only the ZIP has."""
    files: Mapping[str, str]
    """Path → SHA-256 of the site's files."""
    site_url: str | None

    @property
    def entries(self) -> Iterator[tuple[str, Path | str]]:
        """Name and content, by name. Of a page its text is given, with the links that would lead out turned."""
        inside = frozenset({*self.pages, *self.files})
        for path in sorted(inside):
            if path in self.pages:
                yield path, self.pages[path]
            elif path.endswith(".html"):
                yield path, turned(page_as_built(self.site / path), path, inside, self.site_url)
            else:
                yield path, self.site / path

    def write(self, target: Path, epoch: int) -> None:
        write_archive(target, self.folder, self.entries, epoch)


def package(files: SiteFiles, book: LinkedBook, linked: LinkedLibrary) -> Package:
    pages = own_pages(linked, book)
    needed = {path for page, html in pages.items() for path in targets_of(page, html)}
    return Package(
        files.folder,
        folder_name(book.book.title, book.book.id),
        pages,
        collect(files, book.book.id, needed),
        linked.library.config.value.site_url,
    )
