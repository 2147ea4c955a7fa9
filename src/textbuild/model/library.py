"""All books and records of one repository: the closed world of a run."""

from __future__ import annotations

from dataclasses import dataclass

from textbuild.model.base import Frozen, Slug, Text
from textbuild.model.book import Book
from textbuild.model.clause_map import ClauseMap
from textbuild.model.glossary import GlossaryFile
from textbuild.model.job import JobSpec
from textbuild.model.process import Process
from textbuild.model.published import Published
from textbuild.model.span import Sourced
from textbuild.model.standard import Standard


class Sector(Frozen):
    id: Slug
    title: Text


class Major(Frozen):
    """A major of the vocational catalogue and the book made for it."""

    code: Text
    title: Text
    sector: Slug
    book: Slug | None = None
    note: str | None = None


class LibraryConfig(Frozen):
    """`books/library.yml`."""

    title: Text
    description: str | None = None
    sectors: tuple[Sector, ...] = ()
    majors: tuple[Major, ...] = ()
    site_url: str | None = None
    publisher: str | None = None
    max_check_age: int = 365
    """Days after which a reading of a source no longer proves anything."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """What was read from one library root, whole and unchanging."""

    config: Sourced[LibraryConfig]
    books: tuple[Book, ...] = ()
    standards: tuple[Sourced[Standard], ...] = ()
    jobs: tuple[Sourced[JobSpec], ...] = ()
    processes: tuple[Sourced[Process], ...] = ()
    maps: tuple[Sourced[ClauseMap], ...] = ()
    published: tuple[Sourced[Published], ...] = ()
    glossary: GlossaryFile | None = None
    """`books/glossary.yml`: the terms that several books share."""
