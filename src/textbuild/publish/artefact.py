"""The things textbuild builds: which there are, where each goes, what it depends on, and who builds it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.load.files import hash_file
from textbuild.publish import fingerprint
from textbuild.publish.fingerprint import Fingerprint


@dataclass(frozen=True, slots=True)
class Workplace:
    """What every publisher needs to know of the run."""

    root: Path
    out: Path
    theme: Path
    cache: Path
    epoch: int
    """Seconds since 1970 that stand for "now" in every output: SOURCE_DATE_EPOCH, else the as-of day."""
    icc: Path | None = None
    """Colour profile of the press that prints the books."""
    fields: bool = False
    """Whether PDFs have fields to fill in on a screen."""

    @property
    def press(self) -> str:
        """Hash of the profile; empty where there is none."""
        return hash_file(self.icc) if self.icc is not None and self.icc.is_file() else ""


class Publisher(Protocol):
    """One output format of a book. `build` writes to `target`, which is not there yet; it raises BuildError."""

    name: str

    def target(self, place: Workplace, book: str) -> Path: ...

    def reads(self, place: Workplace, book: str) -> Sequence[Path]:
        """What other formats leave that this one uses where it is there: it is built after them."""
        ...

    def build(self, book: LinkedBook, linked: LinkedLibrary, place: Workplace, target: Path) -> None: ...


class BuildError(Exception):
    """An output that must not be published, in words for the author."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """One thing to build."""

    name: str
    """`new-energy-vehicle-technology html`, `portal`."""
    target: Path
    fingerprint: Fingerprint
    build: Callable[[Path], None] = field(repr=False)


def book_artefact(publisher: Publisher, book: LinkedBook, linked: LinkedLibrary, place: Workplace) -> Artefact:
    """One book in one format."""
    target = publisher.target(place, book.book.id)
    left = [hash_file(path) for path in publisher.reads(place, book.book.id) if path.is_file()]
    options = [publisher.name, str(place.epoch), place.press, str(place.fields), *left]
    print_ = fingerprint.of_book(book, linked, place.root, place.theme, options)
    return Artefact(
        f"{book.book.id} {publisher.name}",
        target,
        print_,
        lambda beside: publisher.build(book, linked, place, beside),
    )


def stale(
    artefacts: Sequence[Artefact], before: Mapping[str, Fingerprint], force: bool
) -> list[tuple[Artefact, tuple[str, ...]]]:
    """The artefacts to build anew, each with the parts that have changed since it was built.

    `before` is by target: the preview builds the same artefacts elsewhere.
    """
    found = []
    for artefact in artefacts:
        known = None if force or not artefact.target.exists() else before.get(str(artefact.target))
        if parts := fingerprint.changed(known, artefact.fingerprint):
            found.append((artefact, parts))
    return found
