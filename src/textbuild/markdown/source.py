"""Where things stand in the file: offsets in a block's inline text, offsets in the file, spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from textbuild.model.span import Span


@dataclass(slots=True)
class Source:
    """The file that is being read."""

    path: str
    text: str
    _lines: list[int] = field(default_factory=list, repr=False)

    def span(self, start: int, end: int) -> Span:
        """The span of `text[start:end]`."""
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Span(self.path, line, column, end_line, end_column)

    def end_of_line(self, line: int) -> int:
        """The offset behind the last character of a line, counted from 1; of the text for a line behind it."""
        starts = self._starts()
        return starts[line] - 1 if line < len(starts) else len(self.text)

    def _starts(self) -> list[int]:
        if not self._lines:
            self._lines = line_starts(self.text)
        return self._lines

    def _place(self, offset: int) -> tuple[int, int]:
        self._starts()
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def line_starts(text: str) -> list[int]:
    """The offset at which each line begins."""
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts


@dataclass(frozen=True, slots=True)
class InlineMap:
    """Leads from a block's inline text, whose lines have lost indent and quotation marks, back to the file."""

    inline: tuple[int, ...]
    """Offsets in the inline text, rising, from which on it runs in step with the file."""
    file: tuple[int, ...]
    """The offsets in the file that belong to them."""

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """Where `inline_text[start:end]`, which is not empty, stands in the file."""
        return self._offset(start), self._offset(end - 1) + 1

    def without(self, prefix: int) -> InlineMap:
        """The map of the same text with `prefix` characters cut off its beginning."""
        return InlineMap(tuple(offset - prefix for offset in self.inline), self.file)

    def _offset(self, position: int) -> int:
        index = max(bisect_right(self.inline, position) - 1, 0)
        return self.file[index] + position - self.inline[index]


def map_line(offset: int) -> InlineMap:
    """The map of inline text that is one unbroken piece of the file and begins at `offset`."""
    return InlineMap((0,), (offset,))


def map_lines(content: str, text: str, starts: Sequence[int]) -> InlineMap:
    """The map of a paragraph's inline text. `starts`: where each of its lines has its first character in `text`."""
    first = starts[0]
    while content and text[first] != content[0]:  # white space that only str.strip knows
        first += 1
    if len(starts) == 1 or not content:
        return InlineMap((0,), (first,))
    inline, file = [0], [first]
    position = content.find("\n") + 1
    for start in starts[1:]:
        while content[position] in " \t":
            position += 1
        inline.append(position)
        file.append(start)
        position = content.find("\n", position) + 1
    return InlineMap(tuple(inline), tuple(file))
