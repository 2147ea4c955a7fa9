"""One library root to the closed world of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from textbuild.diagnostics import Diagnostic, WrongUseError, msg
from textbuild.load.book import Outer, read_outer
from textbuild.load.clause_maps import map_faults
from textbuild.load.files import Text, read_text
from textbuild.load.garbage import without_garbage_collection
from textbuild.load.glossary import SHARED, read_glossary, see_faults
from textbuild.load.module import ModuleResult, load_module
from textbuild.load.published import address_faults, load_published
from textbuild.load.record_files import record_texts
from textbuild.load.records import ReadRecord, read_record, validate
from textbuild.load.rules import id_duplicate
from textbuild.load.yaml_places import parse_yaml
from textbuild.model.book import Book, Module
from textbuild.model.clause_map import ClauseMap
from textbuild.model.glossary import GlossaryFile
from textbuild.model.job import JobSpec
from textbuild.model.library import Library, LibraryConfig
from textbuild.model.process import Process
from textbuild.model.span import FilePlaces, Places, Sourced, Span
from textbuild.model.standard import Standard

Kept = TypeVar("Kept")
ModuleLoader = Callable[[Path, Sequence[tuple[str, str]]], Iterable[ModuleResult]]
"""Loads modules given as (path, book id) below a root, in the order given."""
Place = tuple[Places, tuple[str | int, ...]]
"""Where a value was written. Its span is looked up only for a finding: looking it up composes the file again."""
_CONFIG = "books/library.yml"


class NoLibraryError(WrongUseError):
    """The folder is no library: a wrong command line, not a fault of an author."""


def load_modules_here(root: Path, wanted: Sequence[tuple[str, str]]) -> Iterable[ModuleResult]:
    """Loads modules one after another in this process."""
    return (load_module(root, path, book) for path, book in wanted)


@dataclass(frozen=True, slots=True)
class Records:
    """What the files below `standards/` hold, and the faults found there."""

    standards: tuple[Sourced[Standard], ...]
    jobs: tuple[Sourced[JobSpec], ...]
    processes: tuple[Sourced[Process], ...]
    maps: tuple[Sourced[ClauseMap], ...]
    found: tuple[Diagnostic, ...]


def load_records(root: Path, read: Callable[[Path], Iterable[ReadRecord]] | None = None) -> Records:
    """Reads every record of the library, by `read` if given. Raises NoLibraryError where there is none."""
    require_library(root)
    return _gathered(read(root)) if read else read_records(record_texts(root))


def read_records(texts: Iterable[Text]) -> Records:
    """The records that files below `standards/` hold, wherever their texts come from."""
    return _gathered(map(read_record, texts))


def _gathered(read: Iterable[ReadRecord]) -> Records:
    found: list[Diagnostic] = []
    with without_garbage_collection():
        records = list(_records(read, found))
    jobs = _once([(one.value.id, one, one.places) for one in _of(records, JobSpec)], found)
    processes = _once([(one.value.id, one, one.places) for one in _of(records, Process)], found)
    maps = _of(records, ClauseMap)
    found += map_faults(maps)
    return Records(_of(records, Standard), jobs, processes, maps, tuple(found))


def load_library(
    root: Path, load_modules: ModuleLoader = load_modules_here, records: Records | None = None
) -> tuple[Library, tuple[Diagnostic, ...]]:
    """Reads the library in `root`; `records` are those read before, where nothing has changed in them since.

    Raises NoLibraryError where there is no library.
    """
    require_library(root)
    records = records or load_records(root)
    with without_garbage_collection():
        found: list[Diagnostic] = []
        text = read_text(root, _CONFIG)
        config = None
        if text.content is None:
            found += [text.fault] if text.fault else []
        else:
            config, faults = validate(parse_yaml(text.content, text.path), LibraryConfig)
            found += faults
        books = _books(root, load_modules, found)
        published, faults = load_published(root)
        found += [*faults, *address_faults(books, published)]
        glossary = _glossary(root, books, found)
    return Library(
        config or Sourced(LibraryConfig(title=root.resolve().name), FilePlaces(_CONFIG)),
        books,
        records.standards,
        records.jobs,
        records.processes,
        records.maps,
        published,
        glossary,
    ), (*found, *records.found)


def require_library(root: Path) -> None:
    """Raises NoLibraryError, in words for the command line, where `root` is no library."""
    if not root.is_dir():
        raise NoLibraryError(msg("{root}: no such folder", root=root))
    for name in ("books", "standards"):
        if not (root / name).is_dir():
            raise NoLibraryError(
                msg("{root} is no textbuild library: it has no folder `{name}/`", root=root, name=name)
            )


def _records(read: Iterable[ReadRecord], found: list[Diagnostic]) -> Iterator[Sourced[object]]:
    numbers: dict[str, tuple[Places, int]] = {}
    """Where each number was written first."""
    for record, faults in read:
        found += faults
        if record is None:
            continue
        if isinstance(record.value, Standard):
            found += _duplicates(record, numbers)
        yield record


def _duplicates(record: Sourced[Standard], numbers: dict[str, tuple[Places, int]]) -> Iterator[Diagnostic]:
    """Standards and editions that stand in two places. An RFC's identity is its edition too: that is no fault."""
    standard, places = record.value, record.places
    for index, number in enumerate((standard.number, *[edition.edition for edition in standard.editions])):
        first = numbers.setdefault(number, (places, index))
        if (first[0] is not places or first[1] != index) and not (index and number == standard.number):
            yield id_duplicate.diagnose(number, _number_span(places, index), _number_span(*first))


def _number_span(places: Places, index: int) -> Span:
    """Where a standard's number stands, or its first edition's (1) and so on."""
    return places.at("editions", index - 1, "edition") if index else places.at("number")


def _of(records: Iterable[Sourced[object]], kind: type[Kept]) -> tuple[Sourced[Kept], ...]:
    return tuple([record for record in records if isinstance(record.value, kind)])  # type: ignore[misc]


def _books(root: Path, load_modules: ModuleLoader, found: list[Diagnostic]) -> tuple[Book, ...]:
    """All books. Their modules are loaded in one go, so that they can be parsed side by side."""
    outers: list[Outer] = []
    for folder in sorted(path for path in (root / "books").iterdir() if path.is_dir() and path.name[0] not in "._"):
        if folder.is_symlink():
            continue
        outer, faults = read_outer(root, f"books/{folder.name}")
        found += faults
        if outer is not None:
            outers.append(outer)
    results = iter(load_modules(root, [(path, outer.id) for outer in outers for path in outer.paths]))
    books = [outer.book(_modules(islice(results, len(outer.paths)), found)) for outer in outers]
    kept = _once([(book.id, book, book.config.places) for book in books], found)
    modules = [(module.id, module, module.front.places) for book in kept for module in book.modules]
    _once(modules, found, [book.id for book in kept for _ in book.modules])
    workshops = [(one.value.id, one, one.places) for book in kept for one in book.workshops]
    _once(workshops, found, [book.id for book in kept for _ in book.workshops])
    return kept


def _glossary(root: Path, books: Iterable[Book], found: list[Diagnostic]) -> GlossaryFile | None:
    """The library's glossary. Only now can be told whether the books' refer to terms that there are."""
    shared, faults = read_glossary(root, SHARED) if (root / SHARED).is_file() else (None, ())
    found += faults
    if shared is None and faults:
        return None  # a book may refer to what is in it
    if shared is not None:
        found += see_faults(shared, None)
    for book in books:
        if book.glossary is not None:
            found += see_faults(book.glossary, shared, book.id)
    return shared


def _modules(results: Iterable[ModuleResult], found: list[Diagnostic]) -> tuple[Module, ...]:
    modules: list[Module] = []
    for module, faults in results:
        found += faults
        if module is not None:
            modules.append(module)
    return tuple(modules)


def _once(
    items: Sequence[tuple[str, Kept, Places]], found: list[Diagnostic], books: Sequence[str] | None = None
) -> tuple[Kept, ...]:
    """The first item of each id; every further one is a finding."""
    first: dict[str, Place] = {}
    kept: list[Kept] = []
    for index, (id_, item, places) in enumerate(items):
        if id_ in first:
            book = books[index] if books else None
            found.append(id_duplicate.diagnose(id_, places.at("id"), _span(first[id_]), book))
        else:
            first[id_] = (places, ("id",))
            kept.append(item)
    return tuple(kept)


def _span(place: Place) -> Span:
    places, keys = place
    return places.at(*keys)
