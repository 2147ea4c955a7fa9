"""Authors' HTML: where it stands in the file."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from textbuild.markdown.wrapping import place_inline, wrap_block


def install(md: MarkdownIt) -> None:
    wrap_block(md, "html_block", _place)
    place_inline(md, "html_inline", "<")


def _place(state: StateBlock, first: int) -> None:
    token = state.tokens[first]
    assert token.map is not None
    start, line = token.map[0], token.map[1] - 1
    while line > start and state.isEmpty(line):
        line -= 1
    begin = state.bMarks[start] + state.tShift[start]
    token.meta["extent"] = (begin, state.skipSpacesBack(state.eMarks[line], begin))
