"""The stages in order: load → link → check → render and publish."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from textbuild.check.coming import Coming
from textbuild.check.coming import coming as citations_to_end
from textbuild.check.run import check_library, check_registry
from textbuild.diagnostics import Diagnostic, Severity, WrongUseError, msg
from textbuild.diagnostics.report import Report
from textbuild.link.library import LinkedLibrary, link_library
from textbuild.link.registry import Registry
from textbuild.load.files import hash_file, read_text, walk
from textbuild.load.glossary import SHARED
from textbuild.load.history import Snapshot, read_snapshot
from textbuild.load.known import known_records
from textbuild.load.library import Records, load_library, load_records, require_library
from textbuild.load.modules import ModuleCache
from textbuild.load.published import FOLDER
from textbuild.load.record_cache import RecordCache
from textbuild.load.rules import LOAD_RULES
from textbuild.load.store import Store
from textbuild.publish.fingerprint import tools

_LOADING = frozenset(rule.RULE for rule in LOAD_RULES)


@dataclass(frozen=True, slots=True)
class Run:
    """What every stage of one run shares."""

    root: Path
    day: date
    jobs: int = 1
    known: Snapshot | None = None
    """What was known on an earlier day: the records are read there instead of in `root`."""

    @property
    def store(self) -> Store:
        return Store(self.root / ".cache" / "textbuild")


def link(run: Run) -> tuple[LinkedLibrary, tuple[Diagnostic, ...]]:
    """Loads and links the whole library; with what the loader found. Raises NoLibraryError where there is none."""
    modules = ModuleCache(run.store, tools(), run.jobs)
    library, found = load_library(run.root, modules, _records(run))
    modules.save()
    return link_library(library, run.day), found


def registry(run: Run) -> LinkedLibrary:
    """The library without the modules of its books. Raises NoLibraryError where there is none."""
    library, _ = load_library(run.root, lambda root, wanted: [], _records(run))
    return link_library(library, run.day)


def _records(run: Run) -> Records:
    """The records of the day that is known; today's, if unchanged since the last run, come from the store."""
    if run.known:
        return known_records(run.root, run.known, run.store, tools())
    cache = RecordCache(run.store, tools())
    records = load_records(run.root, cache)
    cache.save()
    return records


def examine(run: Run) -> tuple[LinkedLibrary, tuple[Diagnostic, ...]]:
    """Loads, links and checks the whole library. Raises NoLibraryError where there is none."""
    linked, found = link(run)
    return linked, check_library(linked, found)


class Workbench:
    """Examines one library again and again while its author writes: what has not changed is not read again."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._modules = ModuleCache(run.store, tools(), run.jobs)
        self._records: tuple[Records, Registry, tuple[Diagnostic, ...]] | None = None

    def forget_records(self) -> None:
        """To be said when anything below `standards/` or in `library.yml` has changed."""
        self._records = None

    def examine(self) -> tuple[LinkedLibrary, tuple[Diagnostic, ...]]:
        """The same as `pipeline.examine`."""
        run = self._run
        if self._records is None:
            records = _records(run)
            library, found = load_library(run.root, self._modules, records)
            linked = link_library(library, run.day)
            self._records = records, linked.registry, check_registry(linked)
        else:
            library, found = load_library(run.root, self._modules, self._records[0])
            linked = link_library(library, run.day, self._records[1])
        return linked, check_library(linked, found, self._records[2])


def check(run: Run, books: Sequence[str] = ()) -> Report:
    """The findings on the day, of some books or of all. An unchanged library's are taken from the last run.

    Raises WrongUseError for a book that is neither loaded nor told of in a finding.
    """
    require_library(run.root)
    key = f"{tree(run.root)} {run.day} {run.known.tree if run.known else ''} {tools()}"
    kept = run.store.recall("check", key)
    if kept is None:
        linked, found = examine(run)
        kept = summary(linked, found), records_of(linked)
        run.store.remember("check", key, kept)
    report, records = kept
    known = sorted({*records, *(one.book for one in report.diagnostics if one.book)})
    require_books(books, known)
    return narrowed(replace(report, known_on=run.known.day if run.known else None), records, books, run)


def require_books(wanted: Iterable[str], known: Sequence[str]) -> None:
    """Raises WrongUseError, with the ids that are known, for a book that is not there."""
    for book in wanted:
        if book not in known:
            if not known:
                raise WrongUseError(msg("there is no book `{book}`: the library has none yet", book=book))
            raise WrongUseError(msg("there is no book `{book}`; there are: {books}", book=book, books=", ".join(known)))


def coming(run: Run, until: date, books: Sequence[str] = ()) -> tuple[Coming, ...]:
    """The citations of some books, or of all, that pass on the day and will be errors by `until`."""
    linked, _ = link(run)
    return tuple(
        one for one in citations_to_end(linked, until) if one.use.book and (not books or one.use.book.book.id in books)
    )


def summary(linked: LinkedLibrary, found: tuple[Diagnostic, ...]) -> Report:
    modules = sum(len(book.modules) for book in linked.books)
    return Report(linked.day, len(linked.books), modules, len(linked.registry.standards), found)


def records_of(linked: LinkedLibrary) -> Mapping[str, frozenset[str]]:
    """Book → the files of the standards that it cites."""
    return {
        book.book.id: frozenset(
            standard.span.path
            for module in book.texts
            for citation in (*module.basis, *module.citations)
            for standard in citation.standards
        )
        for book in linked.books
    }


def narrowed(report: Report, records: Mapping[str, frozenset[str]], books: Sequence[str], run: Run) -> Report:
    """The report with the findings that concern `books` (all, if none is named), and with the sources for its frames.

    A finding in a record concerns the books that cite the record.
    """
    cited = frozenset().union(*(records.get(book, frozenset()) for book in books))
    concerned = [one for one in report.diagnostics if not books or one.book in books or _is_shared(one, cited)]
    return with_sources(replace(report, diagnostics=tuple(concerned)), run)


def with_sources(report: Report, run: Run) -> Report:
    """The report with the texts that its code frames show."""
    paths = sorted({one.span.path for one in report.diagnostics})
    texts = {path: read_text(run.root, path).content for path in paths}
    if run.known:
        texts |= {text.path: text.content for text in read_snapshot(run.root, run.known, paths)}
    return replace(report, sources=texts.get)


def _is_shared(one: Diagnostic, cited: frozenset[str]) -> bool:
    return one.book is None and (one.span.path in cited or not one.span.path.startswith("standards/"))


def stopped_books(linked: LinkedLibrary, found: Iterable[Diagnostic]) -> frozenset[str]:
    """The books that an error keeps from being built. An error in a file that all share stops them all."""
    errors = [one for one in found if one.rule.severity is Severity.ERROR]
    shared = (linked.library.config.span.path, SHARED)
    if any(one.span.path in shared for one in errors):
        return frozenset(book.book.id for book in linked.books)
    return frozenset(one.book for one in errors if one.book is not None)


def ledger_lost(found: Iterable[Diagnostic]) -> bool:
    """Whether a ledger of printings could not be read whole: pages built now would lack what is printed."""
    return any(one.span.path.startswith(f"{FOLDER}/") and one.rule in _LOADING for one in found)


def tree(root: Path) -> str:
    """The hash of every file that a check may look at."""
    digest = hashlib.sha256()
    for path in ["mkdocs.yml", *walk(root, "books"), *walk(root, "standards"), *walk(root, FOLDER)]:
        digest.update(path.encode("utf-8", "surrogateescape") + b"\0" + hash_file(root / path).encode())
    return digest.hexdigest()
