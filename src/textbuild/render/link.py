"""Links and images as the author wrote them, made to lead where they should in this medium."""

from __future__ import annotations

from html import escape

from markdown_it.token import Token

from textbuild.render.page import Page, attributes


def open_link(token: Token, page: Page) -> str:
    """A link that leads nowhere stays as its text; both ends use `<a>`, so that they pair."""
    href = page.link(str(token.attrs.get("href", "")))
    if not href:
        return "<a>"
    rel = ' rel="noopener"' if href.startswith(("http:", "https:")) else ""
    return f'<a href="{escape(href)}"{rel}{attributes(token.attrs, page)}>'


def close_link(token: Token, page: Page) -> str:
    return "</a>"


def image(token: Token, page: Page) -> str:
    """An image within a line of text."""
    return picture(str(token.attrs.get("src", "")), alternative(token), page, attributes(token.attrs, page))


def picture(src: str, alt: str, page: Page, extra: str = "") -> str:
    """An `<img>`; the alternative text where there is no such file in this publication."""
    href = page.image(src)
    if not href:
        return f'<span class="tb-missing">{escape(alt)}</span>'
    lazy = ' loading="lazy"' if page.medium == "site" else ""
    return f'<img src="{escape(href)}" alt="{escape(alt)}"{lazy}{extra}>'


def alternative(token: Token) -> str:
    """The words of an image token's alternative text."""
    return "".join(
        alternative(child) if child.type == "image" else "\n" if child.type == "softbreak" else child.content
        for child in token.children or ()
    )
