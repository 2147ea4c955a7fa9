"""Where each inline token's markup begins, found by walking the tokens along the text that they were read from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textbuild.markdown.inline_text import InlineText

_BREAK = re.compile(r" *+\\?\n[ \t]*+")


def positions(text: InlineText) -> Iterator[tuple[int, int]]:
    """For each of `text.children`: where its markup begins in `text.content`, and how many characters it has.

    A link's opening token begins at its bracket; its text follows, and its closing token ends where the link ends.
    """
    content, cursor = text.content, 0
    ends: list[int] = []
    for token in text.children:
        start = cursor
        if token.type == "text":
            cursor += len(token.content)
        elif token.type == "text_special" or token.type in _MARKS:
            cursor += len(token.markup)
        elif token.type in ("softbreak", "hardbreak"):
            found = _BREAK.match(content, cursor)
            cursor = found.end() if found else cursor
        elif token.type in ("link_open", "historical_open"):
            start, end = token.meta["place"]
            ends.append(token.meta.get("attributes_end", end))
            cursor = start + 1
        elif token.type in ("link_close", "historical_close"):
            cursor = ends.pop()
        else:
            start, end = token.meta["place"]
            cursor = token.meta.get("attributes_end", end)
        yield start, cursor - start


_MARKS = frozenset(("em_open", "em_close", "strong_open", "strong_close"))
