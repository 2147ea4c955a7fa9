"""Tabs on screens, in the markup Material knows; in print all panels, one after another with their titles."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from textbuild.render.inline import inline
from textbuild.render.page import Page


def open_tabs(tokens: Sequence[Token], index: int, page: Page) -> str:
    if page.medium != "site":
        return '<div class="tabbed-set">\n'
    titles = _titles(tokens, index)
    group = f"{page.prefix}__tabbed_{sum(t.type == 'tabs_open' for t in tokens[: index + 1])}"
    inputs = "".join(
        f'<input id="{group}_{n}" name="{group}" type="radio"{" checked" if n == 1 else ""}>'
        for n in range(1, len(titles) + 1)
    )
    labels = "".join(f'<label for="{group}_{n}">{inline(title, page)}</label>' for n, title in enumerate(titles, 1))
    return (
        f'<div class="tabbed-set tabbed-alternate" data-tabs="{group.rpartition("_")[2]}:{len(titles)}">{inputs}'
        f'<div class="tabbed-labels">{labels}</div>\n<div class="tabbed-content">\n'
    )


def close_tabs(tokens: Sequence[Token], index: int, page: Page) -> str:
    return "</div>\n</div>\n" if page.medium == "site" else "</div>\n"


def open_tab(tokens: Sequence[Token], index: int, page: Page) -> str:
    title = ""
    if page.medium != "site":
        title = f'<p class="tabbed-title">{inline(tokens[index].meta["title"], page)}</p>\n'
    return f'<div class="tabbed-block">\n{title}'


def close_tab(tokens: Sequence[Token], index: int, page: Page) -> str:
    return "</div>\n"


def _titles(tokens: Sequence[Token], index: int) -> list[list[Token]]:
    """The titles of the set's own tabs, not of sets within them."""
    level = tokens[index].level
    titles = []
    for token in tokens[index + 1 :]:
        if token.type == "tabs_close" and token.level == level:
            break
        if token.type == "tab_open" and token.level == level + 1:
            titles.append(token.meta["title"])
    return titles
