"""Builds what has changed, side by side, and remembers what it was made of."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from textbuild.link.library import LinkedLibrary
from textbuild.load.files import hash_file
from textbuild.load.store import Store
from textbuild.publish import fingerprint
from textbuild.publish.artefact import Artefact, BuildError, Publisher, Workplace, book_artefact, stale
from textbuild.publish.assets import FOLDER, write_assets
from textbuild.publish.executor import clear_leftovers, replaced, run_here, run_tasks
from textbuild.publish.fingerprint import Fingerprint
from textbuild.publish.layout import SEARCH, book_search

SECONDS_EACH = 1800
"""A book that takes longer is ended: a hostile one must not hold the machine."""

STANDARDS = "standards"
"""The folder of the standards' pages, by which the shared pages are known as one artefact."""


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one artefact: `problem` is None if its target is whole and up to date."""

    name: str
    target: str
    parts: tuple[str, ...] = ()
    """What had changed; empty if there was nothing to do."""
    problem: str | None = None
    seconds: float = 0.0


def book_artefacts(
    linked: LinkedLibrary, books: Sequence[str], publishers: Sequence[Publisher], place: Workplace
) -> list[Artefact]:
    return [
        book_artefact(publisher, book, linked, place)
        for publisher in publishers
        for book in linked.books
        if book.book.id in books
    ]


def in_turn(publishers: Sequence[Publisher], place: Workplace) -> Iterator[list[Publisher]]:
    """The formats that need no other, then those that use what others leave."""
    first = [one for one in publishers if not one.reads(place, "")]
    yield from (turn for turn in (first, [one for one in publishers if one not in first]) if turn)


def assets_artefact(place: Workplace) -> Artefact:
    """The scripts and styles of all pages. Those of the last build stay until `drop_old_assets`."""
    target = place.out / "site" / FOLDER
    parts = {"theme": fingerprint.of_tree(place.theme / "site" / FOLDER), "tools": fingerprint.tools()}
    return Artefact(FOLDER, target, parts, lambda beside: _build_assets(target, beside))


def _build_assets(before: Path, beside: Path) -> None:
    from textbuild.publish.site import site_assets  # MkDocs costs 0.3 s to import

    if before.is_dir():
        shutil.copytree(before, beside)
    write_assets(site_assets().values(), beside)


def drop_old_assets(place: Workplace) -> None:
    """Removes assets of earlier builds: to be called when every page of the site is of this one."""
    from textbuild.publish.site import site_assets

    site = place.out / "site"
    current = {site / asset.path for asset in site_assets().values()}
    for path in (site / FOLDER).rglob("*"):
        if path.is_file() and not current & {path, path.with_suffix("")}:  # compressed: see serving.py
            path.unlink()


def shared_artefact(linked: LinkedLibrary, place: Workplace) -> Artefact:
    """The portal with the pages of standards and records, which all books of the site share."""
    pdfs = {book.book.id: place.out / "pdf" / f"{book.book.id}.pdf" for book in linked.books}
    sizes = {book: path.stat().st_size for book, path in pdfs.items() if path.exists()}
    options = [str(place.epoch)]
    parts = {
        f"book {one.book.id}": repr(fingerprint.of_book(one, linked, place.root, place.theme, options))
        for one in linked.books
    }
    parts["standards"] = fingerprint.of_standards(linked)
    parts["published"] = fingerprint.of_published(linked)
    parts["glossary"] = fingerprint.of_glossary(linked)
    parts["pdf"] = repr(sizes)
    target = place.out / "site" / STANDARDS
    return Artefact("portal", target, parts, lambda beside: _build_shared(linked, place, sizes, beside))


def search_artefact(linked: LinkedLibrary, place: Workplace, portal: Artefact) -> Artefact:
    """The search in all books; to be asked for when the books are built. `portal` depends on the same records."""
    site = place.out / "site"
    parts = {name: print_ for name, print_ in portal.fingerprint.items() if name != "pdf"}
    for one in linked.books:
        parts[f"search in {one.book.id}"] = hash_file(site / book_search(one.book.id))
    return Artefact(SEARCH, site / SEARCH, parts, lambda beside: _build_search(linked, site, beside))


def _build_search(linked: LinkedLibrary, site: Path, beside: Path) -> None:
    from textbuild.publish.portal import build_search

    build_search(linked, site, beside)


def _build_shared(linked: LinkedLibrary, place: Workplace, sizes: Mapping[str, int], standards: Path) -> None:
    """Builds the shared pages apart and puts each entry in place; the standards' pages go to `standards`."""
    from textbuild.publish.portal import build_shared

    site = place.out / "site"
    with TemporaryDirectory(prefix=".building-", dir=site) as apart:
        build_shared(linked, Path(apart), sizes)
        for entry in Path(apart).iterdir():
            if entry.name == STANDARDS:
                entry.rename(standards)
                continue
            with replaced(site / entry.name) as beside:
                entry.rename(beside)


def made(store: Store) -> Mapping[str, Fingerprint]:
    """Target → what it was made of when it was last built."""
    return store.get("artefacts") or {}


def build_artefacts(artefacts: Sequence[Artefact], store: Store, jobs: int, force: bool = False) -> Iterator[Built]:
    """Builds every artefact that is stale and yields what became of each, unchanged ones first.

    `jobs` is the number of processes; 0 builds in this one, which is quickest for one book again and again.

    A target is replaced only by a whole new one; whatever stops the run leaves the last good output in place.
    """
    before = made(store)
    todo = {artefact.name: (artefact, parts) for artefact, parts in stale(artefacts, before, force)}
    for artefact in artefacts:
        clear_leftovers(artefact.target.parent)
        if artefact.name not in todo:
            yield Built(artefact.name, str(artefact.target))
    tasks = [(name, _task(artefact)) for name, (artefact, _) in todo.items()]
    outcomes = run_tasks(tasks, jobs, SECONDS_EACH) if jobs else run_here(tasks)
    for outcome in outcomes:
        artefact, parts = todo[outcome.name]
        problem = outcome.problem or outcome.value
        if problem is None:
            before = {**before, str(artefact.target): artefact.fingerprint}
            store.put("artefacts", before)
        yield Built(artefact.name, str(artefact.target), parts, problem, outcome.seconds)


def _task(artefact: Artefact) -> Callable[[], str | None]:
    """Builds beside the target; gives the words of a BuildError, which is the author's to mend and no bug."""

    def task() -> str | None:
        try:
            with replaced(artefact.target) as beside:
                artefact.build(beside)
        except BuildError as error:
            return str(error)
        return None

    return task
