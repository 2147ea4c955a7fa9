"""Block tokens to HTML, through one explicit table of constructs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from markdown_it.token import Token

from textbuild.render import admonition, equation, fence, figure, footnote, heading, quiz, table, tabs, workshop
from textbuild.render.authors_html import AuthorsHtml
from textbuild.render.choices import is_choices
from textbuild.render.inline import inline
from textbuild.render.page import Page, attributes
from textbuild.render.task_item import is_task

Block = Callable[[Sequence[Token], int, Page], str]

_PLAIN = "blockquote ordered_list thead tbody dl"
_IN_LINE = "tr td dt dd"


def _open(tokens: Sequence[Token], index: int, page: Page) -> str:
    return f"<{tokens[index].tag}{attributes(tokens[index].attrs, page)}>\n"


def _close(tokens: Sequence[Token], index: int, page: Page) -> str:
    return f"</{tokens[index].tag}>\n"


def _open_bullets(tokens: Sequence[Token], index: int, page: Page) -> str:
    extra = ("tb-choices",) if is_choices(tokens, index) else ()
    return f"<ul{attributes(tokens[index].attrs, page, extra)}>\n"


def _open_in_line(tokens: Sequence[Token], index: int, page: Page) -> str:
    return f"<{tokens[index].tag}{attributes(tokens[index].attrs, page)}>"


def _open_paragraph(tokens: Sequence[Token], index: int, page: Page) -> str:
    return "" if tokens[index].hidden else _open_in_line(tokens, index, page)


def _close_paragraph(tokens: Sequence[Token], index: int, page: Page) -> str:
    if not tokens[index].hidden:
        return "</p>\n"
    return "\n" if index + 1 < len(tokens) and tokens[index + 1].nesting == 1 else ""


def _open_item(tokens: Sequence[Token], index: int, page: Page) -> str:
    first = next((t for t in tokens[index + 1 : index + 3] if t.type == "inline"), None)
    extra = ("task-list-item",) if first is not None and is_task(first) else ()
    return f"<li{attributes(tokens[index].attrs, page, extra)}>"


def _rule(tokens: Sequence[Token], index: int, page: Page) -> str:
    return "<hr>\n"


def _inline(tokens: Sequence[Token], index: int, page: Page) -> str:
    return inline(tokens[index].children or (), page)


def _nothing(tokens: Sequence[Token], index: int, page: Page) -> str:
    return ""


BLOCKS: Mapping[str, Block] = MappingProxyType(
    {
        "inline": _inline,
        "paragraph_open": _open_paragraph,
        "paragraph_close": _close_paragraph,
        "heading_open": heading.open_heading,
        "heading_close": heading.close_heading,
        **{f"{name}_open": _open for name in _PLAIN.split()},
        **{f"{name}_close": _close for name in [*_PLAIN.split(), "bullet_list"]},
        "bullet_list_open": _open_bullets,
        **{f"{name}_open": _open_in_line for name in _IN_LINE.split()},
        **{f"{name}_close": _close for name in [*_IN_LINE.split(), "th", "list_item"]},
        "list_item_open": _open_item,
        "th_open": table.open_header,
        "table_open": table.open_table,
        "table_close": table.close_table,
        "hr": _rule,
        "fence": fence.fence,
        "code_block": fence.code_block,
        "figure": figure.figure,
        "equation": equation.equation,
        "admonition_open": admonition.open_admonition,
        "admonition_close": admonition.close_admonition,
        "tabs_open": tabs.open_tabs,
        "tabs_close": tabs.close_tabs,
        "tab_open": tabs.open_tab,
        "tab_close": tabs.close_tab,
        "footnote_block_open": footnote.open_block,
        "footnote_block_close": footnote.close_block,
        "footnote_open": footnote.open_note,
        "footnote_close": footnote.close_note,
        "footnote_anchor": footnote.back_link,
        "quiz_close": _nothing,
        "workshop": workshop.workshop,
        "suppression": _nothing,
    }
)


def blocks(tokens: Sequence[Token], page: Page, first: int = 0, after: int | None = None) -> str:
    """HTML of the tokens from index `first` on, up to `after`.

    Raises KeyError for a token that no construct of the dialect makes. The construct gets the whole list and an
    index: numbers are kept by the index.
    """
    authors = AuthorsHtml(page)
    parts: list[str] = []
    skipping = False
    resume = first
    for index in range(first, len(tokens) if after is None else after):
        token = tokens[index]
        if index < resume:
            continue
        if page.medium == "print":
            # The notes stand at the feet of pages there.
            if token.type in ("footnote_block_open", "footnote_block_close"):
                skipping = token.nesting == 1
                continue
            if skipping:
                continue
        if token.type == "quiz_open":  # its parts do not stand where its tokens do
            parts.append(quiz.quiz(tokens, index, page, blocks))
            resume = index + token.meta["parts"].end
            continue
        if token.type == "html_block":
            parts.append(authors.take(token.content, token.level))
            continue
        if token.nesting == -1:
            parts.append(authors.leave(token.level))
        parts.append(BLOCKS[token.type](tokens, index, page))
    parts.append(authors.end())
    return "".join(parts)
