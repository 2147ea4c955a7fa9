"""Emphasis that also works beside Chinese punctuation: `**注意：**先验电`.

CommonMark asks for a space or punctuation outside where there is punctuation inside, and Chinese text has no spaces.
And `____` beside punctuation is a blank to fill in.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

_CJK = re.compile(r"[\u1100-\u11ff\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
                  r"\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff“”‘’—…·]")  # fmt: skip


def install(md: MarkdownIt) -> None:
    md.inline.ruler.at("emphasis", _emphasis)


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Makes a text token of each `*` or `_`; markdown-it pairs them afterwards."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    end = state.pos
    while end < state.posMax and state.src[end] == marker:
        end += 1
    if marker == "_" and end - state.pos >= 3 and _is_blank(state, state.pos, end):
        state.append_pending(state.src[state.pos : end])
        state.pos = end
        return True
    can_open, can_close = _flanks(state, state.pos, end, marker)
    length = end - state.pos
    for _ in range(length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(Delimiter(ord(marker), length, len(state.tokens) - 1, -1, can_open, can_close))
    state.pos = end
    return True


def _flanks(state: StateInline, start: int, end: int, marker: str) -> tuple[bool, bool]:
    """Whether the run of markers can open and can close emphasis."""
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    space_before, space_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
    stop_before, stop_after = _is_punctuation(before), _is_punctuation(after)
    cjk = marker == "*" and bool(_CJK.match(before) or _CJK.match(after))
    left = not space_after and (not stop_after or space_before or stop_before or cjk)
    right = not space_before and (not stop_before or space_after or stop_after or cjk)
    if marker == "*":
        return left, right
    return left and (not right or stop_before), right and (not left or stop_after)


def _is_blank(state: StateInline, start: int, end: int) -> bool:
    """Whether `___` is a blank to fill in, as in `GB ______—____`, where emphasis would take the lines away."""
    around = state.src[max(start - 1, 0) : start] + state.src[end : min(end + 1, state.posMax)]
    return any(_is_punctuation(character) for character in around)


def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)
