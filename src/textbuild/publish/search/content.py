"""What is searched: collections of pages, pages of sections."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A place that a result leads to. `text` holds one block a line."""

    anchor: str
    """The id on the page; empty for the page's top."""
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    path: str
    """Below the collection's root, unquoted."""
    title: str
    above: tuple[str, ...]
    """The titles of what it stands in, outermost first."""
    sections: tuple[Section, ...]
    """At least one; a hit in the page's title is one in the heading of the first."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What is shown under one title: a book, the standards."""

    title: str
    pages: tuple[SearchPage, ...]
    boost: int = 0
    """How much a hit in a page's title counts for more than in other collections; by itself it counts 40.

    Below 0 it counts for every hit: what is meant for others than most readers comes later.
    """
