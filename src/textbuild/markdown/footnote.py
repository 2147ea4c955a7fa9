"""Footnotes: `[^1]` in the text, `[^1]: …` where they are written; their blocks come last in the token list."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin

from textbuild.markdown.wrapping import place_inline, replace_block, replace_inline

_MARK = re.compile(r"\[\^[^\s\[\]]{1,200}+\]")


def install(md: MarkdownIt) -> None:
    md.use(footnote_plugin, inline=False)
    replace_block(md, "footnote_def", _outermost)
    replace_block(md, "reference", _no_footnote)
    replace_inline(md, "footnote_ref", _bounded)
    place_inline(md, "footnote_ref", "[")


def _outermost(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    """A footnote within a footnote would leave the outer one's blocks unpaired."""

    def outermost(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        is_sibling = silent and state.sCount[start] < state.blkIndent
        if state.env.get("in_footnote") and not is_sibling:
            return False
        if silent:
            return rule(state, start, end, True)
        state.env["in_footnote"] = True
        found = rule(state, start, end, False)
        state.env["in_footnote"] = False
        return found

    return outermost


def _no_footnote(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    """`[^1]: …` is never the definition of a link, whose words would not be seen."""

    def no_footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        begin = state.bMarks[start] + state.tShift[start]
        return not state.src.startswith("[^", begin) and rule(state, start, end, silent)

    return no_footnote


def _bounded(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    def bounded(state: StateInline, silent: bool) -> bool:
        return _MARK.match(state.src, state.pos, state.posMax) is not None and rule(state, silent)

    return bounded
