"""Boxes: `!!! danger "标题"`, folded `??? success`, folded but open `???+ note`; the body is indented by four."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from textbuild.markdown.inline_text import title_token

_OPENING = re.compile(
    r"(?P<marker>!!!|\?\?\?\+?)[ \t]*+(?P<kind>[A-Za-z][A-Za-z0-9_-]{0,60}+(?:[ \t]++[A-Za-z][A-Za-z0-9_-]{0,60}+)*)"
    r"(?:[ \t]++[\"“](?P<title>[^\n]*)[\"”])?[ \t]*+(?P<attributes>\{[^{}\n]*\}[ \t]*+)?$"
)
QUIZ = "quiz"
"""The kind of box that is a question; only there attributes may follow, which `quiz.py` reads."""
_TERMINATES = ["paragraph", "reference", "blockquote", "list"]


def install(md: MarkdownIt) -> None:
    md.block.ruler.before("fence", "admonition", _admonition, {"alt": _TERMINATES})


def indented_body(state: StateBlock, start: int, end: int) -> int:
    """The line after the last of the lines from `start` on that are indented by four more than their container."""
    line, after = start, start
    while line < end:
        if not state.isEmpty(line):
            if state.sCount[line] < state.blkIndent + 4:
                break
            after = line + 1
        line += 1
    return after


def tokenize_body(state: StateBlock, start: int, end: int) -> None:
    """Reads the indented lines as blocks. Leaves `state.line` at `end`."""
    before = state.blkIndent, state.lineMax, state.parentType, state.listIndent, state.ddIndent
    state.blkIndent += 4
    state.lineMax, state.parentType, state.listIndent, state.ddIndent = end, "admonition", -1, -1
    state.md.block.tokenize(state, start, end)
    state.blkIndent, state.lineMax, state.parentType, state.listIndent, state.ddIndent = before
    state.line = end


def _admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(("!!!", "???"), begin) or state.is_code_block(start):
        return False
    opening = _OPENING.match(state.src, begin, state.eMarks[start])
    if opening is None or (opening["attributes"] and opening["kind"].lower() != QUIZ):
        return False
    if silent:
        return True
    kind, *classes = opening["kind"].split()
    after = indented_body(state, start + 1, end)
    token = state.push("admonition_open", "div", 1)
    token.markup = opening["marker"]
    token.map = [start, after]
    if kind.lower() == QUIZ:
        token.meta["opening"] = (opening.start(), opening.start("attributes"), opening.end())
    token.meta |= {
        "kind": kind.lower(),
        "classes": tuple(classes),
        "title": None if opening["title"] is None else title_token(opening["title"], opening.start("title")),
        "collapsible": opening["marker"] != "!!!",
        "open": opening["marker"] == "???+",
    }
    tokenize_body(state, start + 1, after)
    state.push("admonition_close", "div", -1).markup = opening["marker"]
    return True
