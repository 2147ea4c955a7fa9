"""The terms that a book or a whole library explains, as `glossary.yml` holds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

from textbuild.model.base import Frozen
from textbuild.model.span import Sourced

Name = Annotated[str, StringConstraints(min_length=1, max_length=60)]
"""Short, so that looking for many names takes no longer than reading the text."""


class Term(Frozen):
    """One entry."""

    term: Name
    aliases: tuple[Name, ...] = Field(default=(), description="Other words for it: abbreviations, the workshop's words")
    not_in: tuple[Name, ...] = Field(default=(), description="Words that hold its characters and mean something else")
    english: Annotated[str, StringConstraints(min_length=1, max_length=200)] | None = None
    pinyin: Annotated[str, StringConstraints(min_length=1, max_length=200)] | None = Field(
        default=None, description="Where the computed one would be wrong: `chóng fù`"
    )
    definition: Annotated[str, StringConstraints(min_length=1, max_length=1000)]
    basis: tuple[str, ...] = Field(default=(), description="Standards that define the term")
    see: tuple[str, ...] = Field(default=(), description="Other terms of the glossary")

    @property
    def also_called(self) -> tuple[str, ...]:
        """The aliases that are words of their own: not what only differs from others by its spaces."""
        seen = {self.term.replace(" ", "")}
        shown = []
        for alias in self.aliases:
            if (tight := alias.replace(" ", "")) not in seen:
                seen.add(tight)
                shown.append(alias)
        return tuple(shown)

    def names(self) -> Iterator[str]:
        """The words by which the term is found in a text, its own first."""
        yield self.term
        yield from self.aliases


class Glossary(Frozen):
    """`books/glossary.yml` and `books/<book>/glossary.yml`."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """A glossary with the text it was read from."""

    path: str
    """Relative to the library's root, with `/`."""
    text: str
    glossary: Sourced[Glossary]
