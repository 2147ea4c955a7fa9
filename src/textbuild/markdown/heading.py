"""Headings: `{#id .class}` at their end, and an id for each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from textbuild.markdown.attributes import attributes_behind
from textbuild.markdown.plain_text import plain_text
from textbuild.markdown.source import InlineMap
from textbuild.markdown.wrapping import wrap_block

_NO_WORD = re.compile(r"[^\w\s—–-]+")
_SPACES = re.compile(r"[—–\s-]+")


def install(md: MarkdownIt) -> None:
    wrap_block(md, "heading", _read)
    wrap_block(md, "lheading", _read)
    md.core.ruler.before("footnote_tail", "heading_ids", _give_ids)


def slug(text: str) -> str:
    """The id made of a heading's words: `1.2 高压 Safety!` → `12-高压-safety`, as MkDocs makes them."""
    return _SPACES.sub("-", _NO_WORD.sub("", text).strip().lower()).strip("-") or "section"


def _read(state: StateBlock, first: int) -> None:
    """Takes the attributes off the heading's text. The paragraph rule's map is made here for headings."""
    opening, inline = state.tokens[first : first + 2]
    found = attributes_behind(inline.content)
    places: InlineMap = inline.meta["map"]
    if found:
        found.put_on(opening)
        if found.id:
            opening.meta["id_extent"] = places.extent(found.id_start, found.id_start + len(found.id))
        inline.content = inline.content[: found.start].rstrip(" \t")
    if inline.content:
        opening.meta["extent"] = places.extent(0, len(inline.content))
    else:
        opening.meta["extent"] = (places.file[0], places.file[0])


def _give_ids(state: StateCore) -> None:
    """Gives each heading without id the slug of its words, numbered (`_1`) where it is taken."""
    taken = {str(token.attrs["id"]) for token, _ in _headings(state.tokens) if "id" in token.attrs}
    numbers: dict[str, int] = {}
    for opening, inline in _headings(state.tokens):
        text = plain_text(inline.children or ())
        opening.meta["text"] = text
        if "id" not in opening.attrs:
            base = anchor = slug(text)
            while anchor in taken:
                numbers[base] = numbers.get(base, 0) + 1
                anchor = f"{base}_{numbers[base]}"
            taken.add(anchor)
            opening.attrs["id"] = anchor


def _headings(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            yield token, tokens[index + 1]
