"""A blank of a question: a field on screens, a line in print; in the answers, the answer."""

from __future__ import annotations

from html import escape

from markdown_it.token import Token

from textbuild.model.quantity import quantity
from textbuild.render.page import Page


def blank(token: Token, page: Page) -> str:
    number, written = token.meta["number"], token.meta["written"]
    found = quantity(written)
    if not number:
        return f"<strong>{escape(written.partition('|')[0].strip(), quote=False)}</strong>"
    unit = f' <span class="tb-unit">{escape(found.unit, quote=False)}</span>' if found and found.unit else ""
    if page.medium != "site":
        return f'<span class="tb-gap">{"　" * 4}</span>{unit}'
    # A keyboard of digits has no minus sign on some telephones.
    digits = ' inputmode="decimal"' if found and found.value >= 0 else ""
    label = page.words.question.blank.format(n=number)
    name = escape(f"{page.name(token.meta['question'])}-{number}")
    return (
        f'<input class="tb-gap" type="text" name="{name}" aria-label="{label}" autocomplete="off"'
        f' spellcheck="false" maxlength="60" size="{8 if found else 12}"{digits}>{unit}'
    )
