"""A figure: picture, number and caption."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from textbuild.render.inline import inline
from textbuild.render.link import picture
from textbuild.render.page import Page, classes


def figure(tokens: Sequence[Token], index: int, page: Page) -> str:
    meta = tokens[index].meta
    shown = picture(str(meta["src"]), str(meta["alt"]), page)
    names = classes("tb-figure", *meta.get("classes", ()))
    return f"<figure{page.id(meta.get('id'))}{names}>{shown}{_caption(meta, index, page)}</figure>\n"


def _caption(meta: dict[str, list[Token]], index: int, page: Page) -> str:
    words = inline(meta.get("caption") or (), page)
    number = page.numbers.get(index)
    if number is None:
        return f"<figcaption>{words}</figcaption>" if words else ""
    label = page.words.figure.format(n=number.text)
    return f'<figcaption><span class="tb-number">{label}</span>{" " if words else ""}{words}</figcaption>'
