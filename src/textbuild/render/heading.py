"""Headings, each an anchor; screens get a link to it beside the words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from markdown_it.token import Token

from textbuild.render.page import Page, attributes


def open_heading(tokens: Sequence[Token], index: int, page: Page) -> str:
    """In print the heading carries its words as data: they become its bookmark, and by them it is found again."""
    token = tokens[index]
    bookmark = ""
    if page.medium == "print":
        words = page.headings.get(str(token.attrs.get("id", "")))
        bookmark = f' data-bookmark="{escape(words)}"' if words else ""
    return f"<{token.tag}{attributes(token.attrs, page)}{bookmark}>"


def close_heading(tokens: Sequence[Token], index: int, page: Page) -> str:
    token = tokens[index]
    anchor = tokens[index - 2].attrs.get("id")  # heading_open, inline, heading_close
    link = ""
    if page.medium == "site" and anchor:
        words = page.words.permalink
        link = f'<a class="headerlink" href="{page.own(str(anchor))}" title="{words}">&para;</a>'
    return f"{link}</{token.tag}>\n"
