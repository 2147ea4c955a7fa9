"""Reading a chapter's HTML with the place of every tag, so that pieces of it can be replaced and all else stays."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import accumulate

_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"])

Edit = tuple[int, int, str]
"""From, up to, what stands there instead."""


class Markup(HTMLParser):
    """A reader that knows where it is. `depth` counts the elements around; tags are those that `render` made."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html, self.depth = html, 0
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]

    @property
    def at(self) -> int:
        """Where the tag or the text begins."""
        line, column = self.getpos()
        return self._lines[line - 1] + column

    @property
    def after(self) -> int:
        """Where the tag ends."""
        start = self.get_starttag_text() if self.html[self.at + 1 : self.at + 2] != "/" else None
        return self.at + len(start) if start else self.html.index(">", self.at) + 1

    def read(self) -> None:
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened(tag, {name: value or "" for name, value in attrs})
        self.depth += tag not in _VOID

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened(tag, {name: value or "" for name, value in attrs})
        if tag not in _VOID:
            self.closed(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.depth -= 1
            self.closed(tag)

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins; `depth` is that of its parent's content."""

    def closed(self, tag: str) -> None:
        """An element ends."""


def edited(html: str, edits: Sequence[Edit]) -> str:
    parts, done = [], 0
    for start, end, new in sorted(edits):
        parts += [html[done:start], new]
        done = end
    return "".join([*parts, html[done:]])
