"""Boxes such as 危险 and 提示; what is folded on screens is printed open."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from markdown_it.token import Token

from textbuild.render.inline import inline
from textbuild.render.page import Page

_NAMES = {
    "note": "注意", "abstract": "摘要", "info": "信息", "tip": "提示", "success": "参考答案", "question": "问题",
    "warning": "警告", "failure": "错误做法", "danger": "危险", "bug": "故障", "example": "例", "quote": "引用",
}  # fmt: skip


def open_admonition(tokens: Sequence[Token], index: int, page: Page) -> str:
    token = tokens[index]
    kind = escape(str(token.meta["kind"]))
    title = _title(token, page)
    if not token.meta.get("collapsible"):
        heading = f'<p class="admonition-title">{title}</p>\n' if title else ""
        return f'<div class="admonition {kind}">\n{heading}'
    if page.medium == "print":
        return f'<div class="admonition tb-opened {kind}">\n<p class="admonition-title">{title}</p>\n'
    unfolded = " open" if token.meta.get("open") else ""
    return f'<details class="{kind}"{unfolded}>\n<summary>{title}</summary>\n'


def close_admonition(tokens: Sequence[Token], index: int, page: Page) -> str:
    folds = bool(_opening(tokens, index).meta.get("collapsible"))
    return "</details>\n" if folds and page.medium != "print" else "</div>\n"


def _title(token: Token, page: Page) -> str:
    """The author's title; without one the kind's name; an empty one means a box without title, unless it folds."""
    given = token.meta.get("title")
    if given:
        return inline(given, page)
    if given is not None and not token.meta.get("collapsible"):
        return ""
    kind = str(token.meta["kind"])
    return escape(_NAMES.get(kind, kind) if page.words.language == "zh" else kind.capitalize())


def _opening(tokens: Sequence[Token], index: int) -> Token:
    level = tokens[index].level
    while tokens[index].type != "admonition_open" or tokens[index].level != level:
        index -= 1
    return tokens[index]
