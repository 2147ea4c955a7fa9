"""Figures: an image alone in its paragraph, `![alternative](src "caption"){#fig-id .class}`."""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from textbuild.markdown.inline_text import InlineText
from textbuild.markdown.plain_text import plain_text
from textbuild.markdown.source import InlineMap, map_line


def install(md: MarkdownIt) -> None:
    md.core.ruler.before("footnote_tail", "figures", _make_figures)


def _make_figures(state: StateCore) -> None:
    kept: list[Token] = []
    for token in state.tokens:
        kept.append(token)
        if token.type == "paragraph_close" and len(kept) >= 3:
            opening, inline = kept[-3:-1]
            if image := _image_alone(opening, inline):
                kept[-3:] = [_figure(opening, inline, image, state)]
    state.tokens = kept


def _image_alone(opening: Token, inline: Token) -> Token | None:
    """The image, if the paragraph has nothing else. In a close-set list only one with caption or id is a figure."""
    children = inline.children or []
    if len(children) != 1 or children[0].type != "image":
        return None
    image = children[0]
    return None if opening.hidden and "title" not in image.attrs and "id" not in image.attrs else image


def _figure(opening: Token, inline: Token, image: Token, state: StateCore) -> Token:
    places: InlineMap = inline.meta["map"]
    start, end = image.meta["place"]
    meta: dict[str, Any] = {
        "src": str(image.attrs.get("src", "")),
        "alt": plain_text(image.children or ()),
        "caption": [],
        "id": image.attrs.get("id"),
        "classes": tuple(str(image.attrs.get("class", "")).split()),
        "extent": places.extent(start, end),
    }
    if "id_place" in image.meta:
        meta["id_extent"] = places.extent(*image.meta["id_place"])
    if title := image.attrs.get("title"):
        text = _caption(inline, start, end, str(title))
        state.md.inline.parse(text.content, state.md, state.env, text.children)
        meta |= {"caption": text.children, "inline_text": text}
    return Token("figure", "figure", 0, map=opening.map, level=opening.level, block=True, meta=meta)


def _caption(inline: Token, start: int, end: int, title: str) -> InlineText:
    """The title as the file has it between its quotation marks. One given in a definition elsewhere has no place."""
    places: InlineMap = inline.meta["map"]
    source = inline.content
    if source[end - 1] != ")":
        return InlineText([], title, map_line(-1))
    close = end - 1
    while source[close - 1].isspace():
        close -= 1
    opening = {'"': '"', "'": "'", ")": "("}[source[close - 1]]
    begin = source.rfind(opening, start, close - 1)
    while begin > start and _is_escaped(source, begin):
        begin = source.rfind(opening, start, begin)
    return InlineText([], source[begin + 1 : close - 1], places.without(begin + 1))


def _is_escaped(text: str, position: int) -> bool:
    before = position
    while before and text[before - 1] == "\\":
        before -= 1
    return (position - before) % 2 == 1
