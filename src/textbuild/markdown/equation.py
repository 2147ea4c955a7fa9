"""Formulas: `$…$` in a line, and `$$ … $$ {#eq-id}` on lines of their own."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from textbuild.markdown.attributes import Attributes, attributes_at
from textbuild.markdown.wrapping import place_inline

_INLINE = re.compile(r"\$(?!\s)((?:[^$\\]|\\.)+)(?<!\s)\$(?![0-9])", re.DOTALL)
_TERMINATES = ["paragraph", "reference", "blockquote", "list"]


def install(md: MarkdownIt) -> None:
    md.inline.ruler.before("escape", "math_inline", _math_inline)
    place_inline(md, "math_inline", "$")
    md.block.ruler.before("fence", "equation", _equation, {"alt": _TERMINATES})


def _math_inline(state: StateInline, silent: bool) -> bool:
    """A `$` beside a digit outside, or beside a space inside, is money."""
    if state.pos and state.src[state.pos - 1].isdigit():
        return False
    found = _INLINE.match(state.src, state.pos, state.posMax)
    if found is None or (found.end() < len(state.src) and state.src[found.end()].isdigit()):
        return False
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.markup = "$"
        token.content = found[1]
    state.pos = found.end()
    return True


def _equation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("$$", begin) or state.is_code_block(start):
        return False
    line, position = start, begin + 2
    while (close := state.src.find("$$", position, state.eMarks[line])) < 0:
        line += 1
        if line >= end or state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return False
        position = state.bMarks[line] + state.tShift[line]
    label, is_alone = _label(state, close + 2, state.eMarks[line])
    if not is_alone:
        return False
    if not silent:
        _push(state, (start, line + 1), (begin, close), label)
    state.line = line + 1
    return True


def _label(state: StateBlock, start: int, end: int) -> tuple[Attributes | None, bool]:
    """The attributes behind the closing `$$`, and whether nothing else stands there."""
    end = state.skipSpacesBack(end, start)
    while start < end and state.src[start] in " \t":
        start += 1
    found = attributes_at(state.src, start)
    return found, start >= end or (found is not None and found.end == end)


def _push(state: StateBlock, lines: tuple[int, int], extent: tuple[int, int], label: Attributes | None) -> None:
    whole = state.getLines(*lines, state.blkIndent, False)
    opening = whole.index("$$") + 2
    token = state.push("equation", "math", 0)
    token.markup = "$$"
    token.map = list(lines)
    token.content = whole[opening : whole.index("$$", opening)].strip()
    token.meta = {"id": label.id if label else None, "extent": (extent[0], extent[1] + 2)}
    if label and label.id:
        token.meta["id_extent"] = (label.id_start, label.id_start + len(label.id))
