"""One folder below `books/` to a book: its `book.yml`, its nav and its modules in reading order."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from textbuild.diagnostics import Diagnostic, msg
from textbuild.load.files import read_text, walk
from textbuild.load.glossary import NAME, read_glossary
from textbuild.load.records import validate
from textbuild.load.rules import field_invalid
from textbuild.load.workshops import read_workshops
from textbuild.load.yaml_places import parse_yaml
from textbuild.model.book import Book, BookConfig, Drawing, Module, NavPage, NavSection
from textbuild.model.glossary import GlossaryFile
from textbuild.model.span import Places, Sourced, Span
from textbuild.model.workshop import Workshop

RESERVED = frozenset({"standards", "jobs", "processes", "glossary", "assets", "search", "v", "offline"})
"""Names of folders that the portal itself uses beside the books."""
_MAX_NAV_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Outer:
    """A book of which all is read but its modules: `paths` are their files in reading order."""

    id: str
    folder: str
    config: Sourced[BookConfig]
    nav: tuple[NavSection | NavPage, ...]
    paths: tuple[str, ...]
    files: tuple[str, ...]
    drawings: tuple[Drawing, ...]
    glossary: GlossaryFile | None
    workshops: tuple[Sourced[Workshop], ...]

    def book(self, modules: tuple[Module, ...]) -> Book:
        """The book with its modules, in the order of `paths`."""
        nav = self.nav or _nav_of(modules, self.folder)
        return Book(
            self.id, self.folder, self.config, modules, nav, self.files, self.drawings, self.glossary, self.workshops
        )


def read_outer(root: Path, folder: str) -> tuple[Outer | None, tuple[Diagnostic, ...]]:
    """Reads what is around the modules of the book in `folder` (relative to `root`, `books/<name>`)."""
    name = PurePosixPath(folder).name
    text = read_text(root, f"{folder}/book.yml", name)
    if text.content is None:
        return None, (text.fault,) if text.fault else ()
    parsed = parse_yaml(text.content, text.path)
    config, found = validate(parsed, BookConfig, name)
    if config is None:
        return None, found
    book_id = config.value.id or name
    if book_id in RESERVED or not _is_folder_name(book_id):
        message = msg("`{id}` can not be the id of a book: choose another folder name or `id`", id=book_id)
        return None, (*found, field_invalid.other(message, config.places.at("id"), book_id))
    files = tuple(walk(root, folder))
    paths = [path for path in files if path.endswith(".md")]
    nav, faults = _read_nav(config, folder, set(paths), book_id)
    ordered, drawings = tuple(_in_nav_order(nav, paths)), tuple(_drawings(root, files))
    glossary, unfit = read_glossary(root, f"{folder}/{NAME}", book_id) if f"{folder}/{NAME}" in files else (None, ())
    workshops, refused = read_workshops(root, folder, files, book_id)
    outer = Outer(book_id, folder, config, nav, ordered, files, drawings, glossary, workshops)
    return outer, (*found, *faults, *unfit, *refused)


def _drawings(root: Path, files: Iterable[str]) -> Iterator[Drawing]:
    for path in files:
        if path.lower().endswith(".svg") and (text := read_text(root, path).content) is not None:
            yield Drawing(path, text)


def _is_folder_name(name: str) -> bool:
    return name not in (".", "..") and not any(sign in name for sign in '/\\:*?"<>|#%\n\t')


def _in_nav_order(nav: tuple[NavSection | NavPage, ...], paths: Sequence[str]) -> list[str]:
    ordered: dict[str, None] = {}
    stack = list(reversed(nav))
    while stack:
        entry = stack.pop()
        if isinstance(entry, NavSection):
            stack.extend(reversed(entry.children))
        elif entry.module is not None:
            ordered[entry.module] = None
    return [*ordered, *(path for path in paths if path not in ordered)]


def _nav_of(modules: Iterable[Module], folder: str) -> tuple[NavPage, ...]:
    """The nav of a book that has none: `index.md` first, then by path."""
    ordered = sorted(modules, key=lambda module: (PurePosixPath(module.path).name != "index.md", module.path))
    return tuple(
        NavPage(None, posixpath.relpath(module.path, folder), Span(module.path), module.path) for module in ordered
    )


def _read_nav(
    config: Sourced[BookConfig], folder: str, paths: set[str], book: str
) -> tuple[tuple[NavSection | NavPage, ...], list[Diagnostic]]:
    faults: list[Diagnostic] = []
    reader = _NavReader(folder, paths, book, config.places, faults)
    return reader.entries(config.value.nav or [], ("nav",)), faults


class _NavReader:
    """Reads MkDocs' nav form: `file`, `title: file`, `title: [entries]`."""

    def __init__(self, folder: str, paths: set[str], book: str, places: Places, faults: list[Diagnostic]) -> None:
        self.folder, self.paths, self.book, self.places, self.faults = folder, paths, book, places, faults

    def entries(self, items: list[Any], keys: tuple[str | int, ...]) -> tuple[NavSection | NavPage, ...]:
        read = (self._entry(item, (*keys, index)) for index, item in enumerate(items))
        return tuple(entry for entry in read if entry is not None)

    def _entry(self, item: Any, keys: tuple[str | int, ...]) -> NavSection | NavPage | None:
        if isinstance(item, str):
            return self._page(None, item, keys)
        if isinstance(item, dict) and len(item) == 1:
            [(title, value)] = item.items()
            if isinstance(value, str):
                return self._page(title, value, (*keys, title))
            if isinstance(value, list) and len(keys) < 2 * _MAX_NAV_DEPTH:
                return NavSection(title, self.entries(value, (*keys, title)))
        message = msg("a nav entry is `file.md`, `title: file.md` or `title:` with a list below")
        self.faults.append(field_invalid.other(message, self.places.at(*keys), self.book))
        return None

    def _page(self, title: str | None, href: str, keys: tuple[str | int, ...]) -> NavPage:
        path = posixpath.normpath(posixpath.join(self.folder, href))
        return NavPage(title, href, self.places.at(*keys), path if path in self.paths else None)
