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
from textbuild.diagnostics import Diagnostic, Severity
from textbuild.diagnostics.report import Report
from textbuild.link.library import LinkedLibrary, link_library
from textbuild.link.registry import Registry
from textbuild.load.files import hash_file, read_text, walk
from textbuild.load.library import Records, load_library, load_records, require_library
from textbuild.load.modules import ModuleCache
from textbuild.load.record_cache import RecordCache
from textbuild.load.store import Store
from textbuild.publish.fingerprint import tools


@dataclass(frozen=True, slots=True)
class Run:
    """What every stage of one run shares."""

    root: Path
    day: date
    jobs: int = 1

    @property
    def store(self) -> Store:
        return Store(self.root / ".cache" / "textbuild")


def link(run: Run) -> tuple[LinkedLibrary, tuple[Diagnostic, ...]]:
    """Loads and links the whole library; with what the loader found. Raises NoLibraryError where there is none."""
    modules = ModuleCache(run.store, tools(), run.jobs)
    library, found = load_library(run.root, modules, _records(run))
    modules.save()
    return link_library(library, run.day), found


def _records(run: Run) -> Records:
    """The records, of which those that have not changed since the last run come from the store."""
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


class UnknownBookError(Exception):
    """A book that was asked for and is not there: a wrong command line."""

    def __init__(self, book: str, known: Sequence[str]) -> None:
        super().__init__(f"no book {book!r}; there are: {', '.join(known) or 'none'}")


def check(run: Run, books: Sequence[str] = ()) -> Report:
    """The findings on the day, of some books or of all. An unchanged library's are taken from the last run.

    Raises UnknownBookError for a book that is neither loaded nor told of in a finding.
    """
    require_library(run.root)
    key = f"{tree(run.root)} {run.day} {tools()}"
    kept = run.store.recall("check", key)
    if kept is None:
        linked, found = examine(run)
        kept = summary(linked, found), records_of(linked)
        run.store.remember("check", key, kept)
    report, records = kept
    known = sorted({*records, *(one.book for one in report.diagnostics if one.book)})
    for book in books:
        if book not in known:
            raise UnknownBookError(book, known)
    return narrowed(report, records, books, run.root)


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
            for module in book.modules
            for citation in (*module.basis, *module.citations)
            for standard in citation.standards
        )
        for book in linked.books
    }


def narrowed(report: Report, records: Mapping[str, frozenset[str]], books: Sequence[str], root: Path) -> Report:
    """The report with the findings that concern `books` (all, if none is named), and with the sources for its frames.

    A finding in a record concerns the books that cite the record.
    """
    cited = frozenset().union(*(records.get(book, frozenset()) for book in books))
    concerned = [one for one in report.diagnostics if not books or one.book in books or _is_shared(one, cited)]
    return with_sources(replace(report, diagnostics=tuple(concerned)), root)


def with_sources(report: Report, root: Path) -> Report:
    """The report with the texts that its code frames show."""
    texts = {path: read_text(root, path).content for path in sorted({one.span.path for one in report.diagnostics})}
    return replace(report, sources=texts.get)


def _is_shared(one: Diagnostic, cited: frozenset[str]) -> bool:
    return one.book is None and (one.span.path in cited or not one.span.path.startswith("standards/"))


def stopped_books(linked: LinkedLibrary, found: Iterable[Diagnostic]) -> frozenset[str]:
    """The books that an error keeps from being built. An error in the library's own file stops them all."""
    errors = [one for one in found if one.rule.severity is Severity.ERROR]
    if any(one.span.path == linked.library.config.span.path for one in errors):
        return frozenset(book.book.id for book in linked.books)
    return frozenset(one.book for one in errors if one.book is not None)


def tree(root: Path) -> str:
    """The hash of every file that a check may look at."""
    digest = hashlib.sha256()
    for path in ["mkdocs.yml", *walk(root, "books"), *walk(root, "standards")]:
        digest.update(path.encode("utf-8", "surrogateescape") + b"\0" + hash_file(root / path).encode())
    return digest.hexdigest()
