"""Where a value was written: file, line and column."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one source file.

    `path` is relative to the library's root, with `/`. Lines and columns count from 1, columns in
    characters; the end is exclusive. Cutting the span out of the file gives the text it names.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @classmethod
    def at(cls, path: str, line: int, column: int, length: int) -> Span:
        """A span of `length` characters within one line."""
        return cls(path, line, column, line, column + length)

    def cut(self, text: str) -> str:
        """The part of the file's `text` that this span names."""
        lines = text.split("\n")[self.line - 1 : self.end_line]
        if not lines:
            return ""
        lines[-1] = lines[-1][: self.end_column - 1]
        lines[0] = lines[0][self.column - 1 :]
        return "\n".join(lines)


class Places(Protocol):
    """Tells where each part of a record was written."""

    def at(self, *keys: Hashable) -> Span:
        """The span of the value under `keys` (field names and list indexes); the nearest parent if it is absent."""
        ...


@dataclass(frozen=True, slots=True)
class FilePlaces:
    """Places of a record of which only the file is known."""

    path: str

    def at(self, *keys: Hashable) -> Span:
        return Span(self.path)


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T_co]):
    """A record together with the places where its parts were written."""

    value: T_co
    places: Places

    @property
    def span(self) -> Span:
        """Where the record begins."""
        return self.places.at()
