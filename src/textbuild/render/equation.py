"""A formula on a line of its own, with its number where it has one."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from textbuild.render.page import Page


def equation(tokens: Sequence[Token], index: int, page: Page) -> str:
    token = tokens[index]
    number = page.numbers.get(index)
    label = ""
    if number is not None:
        label = f'<span class="tb-number">{page.words.equation_number.format(n=number.text)}</span>'
    drawn = page.formulas.draw(token.content.strip(), True)
    return f'<div class="tb-equation"{page.id((token.meta or {}).get("id"))}>{drawn}{label}</div>\n'
