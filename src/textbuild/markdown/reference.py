"""`[@fig-id]`, `[@job:id#A1]`, `[@GB 38031-2025, 5.2]`: explicit mentions; and `[GB 38031—2020]{.historical}`."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from textbuild.model.standard_number import Mention, find_all

_MENTION = re.compile(r"\[@([^\s\[\]@](?:[^\[\]\n]{0,198}+))\](?!\()")
_TARGET = re.compile(r"\w[\w:.-]*+(?:#[\w.-]++)?")
_HISTORICAL = re.compile(r"\[([^\[\]\n]{1,200}+)\]\{:?[ \t]*+\.historical[ \t]*+\}")


def install(md: MarkdownIt) -> None:
    md.inline.ruler.before("link", "historical", _historical)
    md.inline.ruler.before("link", "mention", _mention)


def _mention(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[@", state.pos):
        return False
    found = _MENTION.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    cited = cited_standard(found[1])
    if cited is None and not _TARGET.fullmatch(found[1]):
        return False
    if not silent:
        token = state.push("citation" if cited else "reference", "", 0)
        token.content = found[0]
        token.meta = {"place": found.span(), "cited": cited, "target": found[1]}
    state.pos = found.end()
    return True


def cited_standard(text: str) -> tuple[Mention, str | None] | None:
    """The standard that `GB 38031-2025, 5.2` names, and the clause; None if it begins with no standard's number."""
    mention = next(iter(find_all(text)), None)
    if mention is None or mention.start != 0:
        return None
    rest = text[mention.number_end :].strip(" \t,，;；")
    if mention.end == len(text):
        return mention, mention.locator
    return (mention, rest) if text[mention.number_end] in " ,，;；" else None


def _historical(state: StateInline, silent: bool) -> bool:
    """Leaves the text without its brackets between two marks, which the citation rule takes away again."""
    if state.src[state.pos] != "[":
        return False
    found = _HISTORICAL.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        maximum = state.posMax
        state.pos, state.posMax = found.span(1)
        state.push("historical_open", "", 1).meta["place"] = found.span()
        state.md.inline.tokenize(state)
        state.push("historical_close", "", -1)
        state.posMax = maximum
    state.pos = found.end()
    return True
