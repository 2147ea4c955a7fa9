"""Tables, with number and caption, in a box that scrolls on a narrow screen."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from textbuild.render.inline import inline
from textbuild.render.page import Page, attributes


def open_table(tokens: Sequence[Token], index: int, page: Page) -> str:
    token = tokens[index]
    attrs = {name: value for name, value in token.attrs.items() if name != "id"}
    caption = (token.meta or {}).get("caption")
    html = f'<div class="tb-table"{page.id(token.attrs.get("id"))}>\n<table{attributes(attrs, page)}>\n'
    if not caption:
        return html
    number = page.numbers.get(index)
    label = f'<span class="tb-number">{page.words.table.format(n=number.text)}</span> ' if number else ""
    return f"{html}<caption>{label}{inline(caption, page)}</caption>\n"


def close_table(tokens: Sequence[Token], index: int, page: Page) -> str:
    return "</table>\n</div>\n"


def open_header(tokens: Sequence[Token], index: int, page: Page) -> str:
    return f'<th scope="col"{attributes(tokens[index].attrs, page)}>'
