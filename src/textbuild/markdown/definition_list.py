"""Definition lists: a term, and below it `:   its meaning`."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.deflist import deflist_plugin

from textbuild.markdown.source import map_lines
from textbuild.markdown.wrapping import wrap_block


def install(md: MarkdownIt) -> None:
    md.use(deflist_plugin)
    wrap_block(md, "deflist", _map_terms)


def _map_terms(state: StateBlock, first: int) -> None:
    """Lists within the definitions have mapped their own terms already."""
    level = state.tokens[first].level + 1
    for index in range(first + 1, len(state.tokens)):
        token = state.tokens[index]
        if token.type == "dt_open" and token.level == level:
            assert token.map is not None
            inline, line = state.tokens[index + 1], token.map[0]
            start = state.bMarks[line] + state.tShift[line]
            inline.meta["map"] = map_lines(inline.content, state.src, [start])
