"""Which files of the site one book needs to be read by itself."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from textbuild.publish.offline.download import emptied
from textbuild.publish.offline.references import references, target

SHARED = frozenset({"assets", "standards", "jobs", "processes", "glossary"})
"""The site's folders that belong to no book and of which a book brings along what it links to."""
_NOT_FOLLOWED = frozenset({"standards/index.html"})
"""Lists of the whole library, which would bring all of it along."""
_MADE_LATER = frozenset({"offline.json", "status.json"})
_TEXT = frozenset({".html", ".css", ".svg", ".js"})
_COMPRESSED = (".gz", ".br", ".zst")  # copies for a server


class SiteFiles:
    """The files of a built site, each read once. `as_built`: as they were before downloads were offered on them."""

    def __init__(self, site: Path, *, as_built: bool = True) -> None:
        self.folder = site
        self._read = page_as_built if as_built else _page
        self._known: dict[str, tuple[str, frozenset[str]]] = {}

    def digest(self, path: str) -> str:
        """SHA-256 of the content."""
        return self._look(path)[0]

    def targets(self, path: str) -> frozenset[str]:
        """The paths that the file refers to."""
        return self._look(path)[1]

    def has(self, path: str) -> bool:
        return not path.startswith("..") and os.path.isfile(self.folder / path)  # False for a name that none can have

    def _look(self, path: str) -> tuple[str, frozenset[str]]:
        if path not in self._known:
            file = self.folder / path
            if file.suffix in _TEXT:
                text = self._read(file)
                self._known[path] = (
                    hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest(),
                    targets_of(path, text),
                )
            else:
                with file.open("rb") as content:
                    self._known[path] = hashlib.file_digest(content, "sha256").hexdigest(), frozenset()
        return self._known[path]


def page_as_built(file: Path) -> str:
    """The text of a page, style or drawing. A drawing comes from an author, in any encoding."""
    return emptied(_page(file))


def _page(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "surrogateescape")


def targets_of(path: str, text: str) -> frozenset[str]:
    """The paths in the site that a text at `path` refers to."""
    return frozenset(found for one in references(path, text) if (found := target(one, path)) is not None)


def collect(files: SiteFiles, book: str, more: Iterable[str] = ()) -> Mapping[str, str]:
    """Path → SHA-256 of all files of a book and of the shared ones that these, or `more`, refer to in any number of
    steps; sorted by path.
    """
    own = [path for path in _below(files.folder, book) if path.rpartition("/")[2] not in _MADE_LATER]
    found: set[str] = set()
    waiting = [*own, *(path for path in more if _is_shared(path) and files.has(path))]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        waiting += [one for one in files.targets(path) - found if _is_shared(one) and files.has(one)]
    return {path: files.digest(path) for path in sorted(found)}


def _below(site: Path, folder: str) -> list[str]:
    found = (path for path in (site / folder).rglob("*") if path.is_file() and not path.name.startswith("."))
    return [path.relative_to(site).as_posix() for path in found if not path.name.endswith(_COMPRESSED)]


def _is_shared(path: str) -> bool:
    return path.partition("/")[0] in SHARED and path not in _NOT_FOLLOWED
