"""Tabs: lines `=== "标题"` one after another, each with a body indented by four; `===!` begins a new set."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from textbuild.markdown.admonition import indented_body, tokenize_body
from textbuild.markdown.inline_text import title_token

_OPENING = re.compile(r"===(?P<new>!)?\+?[ \t]*+[\"“](?P<title>[^\n]*)[\"”][ \t]*+$")
_TERMINATES = ["paragraph", "reference", "blockquote", "list"]


def install(md: MarkdownIt) -> None:
    md.block.ruler.before("fence", "tabs", _tabs, {"alt": _TERMINATES})


def _tabs(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    opening = _opening(state, start)
    if opening is None:
        return False
    if silent:
        return True
    outer = state.push("tabs_open", "div", 1)
    line, after = start, start
    while opening is not None:
        after = indented_body(state, line + 1, end)
        token = state.push("tab_open", "div", 1)
        token.map = [line, after]
        token.meta = {"title": title_token(opening["title"], opening.start("title"))}
        tokenize_body(state, line + 1, after)
        state.push("tab_close", "div", -1)
        line = state.skipEmptyLines(after)
        opening = _opening(state, line) if line < end else None
        if opening is not None and opening["new"]:
            break
    state.push("tabs_close", "div", -1)
    outer.map = [start, after]
    state.line = after
    return True


def _opening(state: StateBlock, line: int) -> re.Match[str] | None:
    begin = state.bMarks[line] + state.tShift[line]
    indent = state.sCount[line] - state.blkIndent
    if not 0 <= indent < 4 or not state.src.startswith("===", begin):
        return None
    return _OPENING.match(state.src, begin, state.eMarks[line])
