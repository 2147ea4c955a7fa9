"""The words of a module by its sections, without any markup: what a search looks in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from markdown_it.token import Token

from textbuild.render.inline import plain
from textbuild.render.page import Page
from textbuild.render.workshop import words_of_workshop

_WITHIN_WORDS = re.compile(r"</?(?:a|abbr|b|code|em|i|kbd|mark|small|span|strong|sub|sup|wbr)\b[^>]*>")
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_CODE = ("fence", "code_block", "equation")


@dataclass(frozen=True, slots=True)
class TextSection:
    """The words below one heading, up to the next of any level."""

    anchor: str
    """The heading's id; empty for what stands before the first heading, and for the module's title."""
    heading: str
    text: str
    """One block a line."""


def text_sections(tokens: Sequence[Token], page: Page, top: str) -> tuple[TextSection, ...]:
    """The sections in order; the first has no heading, or the module's title where that begins it.

    `top` holds the words that stand below the title without being the author's.
    """
    sections: list[TextSection] = []
    anchor, heading, lines = "", "", [top] if top else []
    answers = _answers(tokens)
    for index, token in enumerate(tokens):
        if index in answers:
            continue
        if token.type == "heading_open":
            is_title = index == 0 and token.tag == "h1"
            if not is_title:
                sections.append(TextSection(anchor, heading, "\n".join(lines)))
            anchor = "" if is_title else page.name(str(token.attrs["id"]))
            heading, lines = plain(tokens[index + 1].children or (), page), lines if is_title else []
        elif index == 0 or tokens[index - 1].type != "heading_open":
            lines += _lines(token, page)
    return (*sections, TextSection(anchor, heading, "\n".join(lines)))


def plain_text(html: str) -> str:
    """The words of a piece of HTML, one block a line."""
    words = (" ".join(unescape(piece).split()) for piece in _TAG.split(_WITHIN_WORDS.sub("", html)))
    return "\n".join(filter(None, words))


def _answers(tokens: Sequence[Token]) -> frozenset[int]:
    """Indexes of all that follows the stem of a question: who searches a word must not read what is right and why."""
    hidden: set[int] = set()
    for index, token in enumerate(tokens):
        if token.type == "quiz_open":
            parts = token.meta["parts"]
            asked = {at for start, end in parts.stem for at in range(start, end)}
            hidden.update(index + at for at in range(1, parts.end) if at not in asked)
    return frozenset(hidden)


def _lines(token: Token, page: Page) -> Iterator[str]:
    """The words of one token; blanks to be filled in (`____`) are none."""
    return (line for line in _all_lines(token, page) if any(map(str.isalnum, line)))


def _all_lines(token: Token, page: Page) -> Iterator[str]:
    meta = token.meta or {}
    if token.type == "inline":
        yield plain(token.children or (), page)
    elif token.type in _CODE:
        yield token.content.strip()
    elif token.type == "html_block":
        yield plain_text(token.content)
    elif token.type == "figure":
        yield meta["alt"]
    elif token.type == "workshop":
        yield from words_of_workshop(meta["reference"], page)
    for part in (meta.get("caption"), meta.get("title")):
        if part:
            yield part if isinstance(part, str) else plain(part, page)
