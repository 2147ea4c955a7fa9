"""Gives each piece of inline text the map that leads back to the file, and finds them again."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from textbuild.markdown.source import InlineMap, map_line, map_lines
from textbuild.markdown.wrapping import wrap_block


@dataclass(slots=True)
class InlineText:
    """A run of inline tokens and the text that they were read from."""

    children: list[Token]
    content: str
    map: InlineMap


def install(md: MarkdownIt) -> None:
    """To be installed before constructs that read a block's inline text."""
    for name in ("paragraph", "heading", "lheading"):
        wrap_block(md, name, _map_block)
    md.core.ruler.before("footnote_tail", "titles", _parse_titles)


def inline_text(token: Token) -> InlineText | None:
    """The run of inline tokens that a block token holds: a paragraph's text, a title, a caption."""
    if token.type == "inline":
        return InlineText(token.children, token.content, token.meta["map"]) if token.children else None
    if not token.meta:
        return None
    found: InlineText | None = token.meta.get("inline_text")
    return found


def title_token(content: str, offset: int) -> Token:
    """Inline text of a block's own line, to be put into its `meta` as `title` or `caption`; it is parsed later."""
    return Token("inline", "", 0, content=content, children=[], meta={"map": map_line(offset)})


def _map_block(state: StateBlock, first: int) -> None:
    inline = state.tokens[first + 1]
    assert inline.map is not None
    start = inline.map[0]
    if state.tokens[first].type == "heading_open" and state.tokens[first].markup.startswith("#"):
        begin = state.bMarks[start] + state.tShift[start] + len(state.tokens[first].markup)
        inline.meta["map"] = map_lines(inline.content, state.src, [begin])
        return
    while _is_blank(state, start) and start + 1 < inline.map[1]:
        start += 1  # a line of ideographic spaces is none to markdown-it, but is cut off the text
    lines = range(start, start + inline.content.count("\n") + 1)
    inline.meta["map"] = map_lines(inline.content, state.src, [state.bMarks[n] + state.tShift[n] for n in lines])


def _is_blank(state: StateBlock, line: int) -> bool:
    return not state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip(MD_TRIM_CHARS)


def _parse_titles(state: StateCore) -> None:
    """Only now are all link definitions known."""
    for token in state.tokens:
        for key in ("title", "caption") if token.meta else ():
            inline = token.meta.get(key)
            if isinstance(inline, Token):
                children: list[Token] = []
                state.md.inline.parse(inline.content, state.md, state.env, children)
                token.meta[key] = children
                token.meta["inline_text"] = InlineText(children, inline.content, inline.meta["map"])
