"""Inline tokens to HTML, through one explicit table of constructs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from types import MappingProxyType

from markdown_it.token import Token

from textbuild.render import blank, citation, footnote, link, reference, task_item, term
from textbuild.render.authors_html import AuthorsHtml
from textbuild.render.page import Page, attributes

Inline = Callable[[Token, Page], str]

# A line break in the source between two of these is no space: 中文 is written without.
_CJK = re.compile(r"[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6“”‘’—…]")

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_NUMBER_END = re.compile(r"[0-9A-Za-z]$")


def _text(token: Token, page: Page) -> str:
    return escape(token.content, quote=False)


def _code(token: Token, page: Page) -> str:
    return f"<code{attributes(token.attrs, page)}>{escape(token.content, quote=False)}</code>"


def _open(token: Token, page: Page) -> str:
    return f"<{token.tag}{attributes(token.attrs, page)}>"


def _close(token: Token, page: Page) -> str:
    return f"</{token.tag}>"


def _hard_break(token: Token, page: Page) -> str:
    return "<br>\n"


def _formula(token: Token, page: Page) -> str:
    return f'<span class="tb-math">{page.formulas.draw(token.content.strip(), False)}</span>'


INLINES: Mapping[str, Inline] = MappingProxyType(
    {
        "text_special": _text,
        "code_inline": _code,
        "hardbreak": _hard_break,
        **{f"{name}_open": _open for name in ("em", "strong", "s", "sub", "sup", "mark", "ins", "span", "kbd")},
        **{f"{name}_close": _close for name in ("em", "strong", "s", "sub", "sup", "mark", "ins", "span", "kbd")},
        "link_open": link.open_link,
        "link_close": link.close_link,
        "image": link.image,
        "math_inline": _formula,
        "citation": citation.citation,
        "reference": reference.reference,
        "footnote_ref": footnote.mark,
        "blank": blank.blank,
        "task_item": task_item.task_item,
    }
)


def inline(tokens: Sequence[Token], page: Page) -> str:
    """HTML of inline tokens. An unknown kind of token shows its content as text."""
    authors = AuthorsHtml(page)
    parts: list[str] = []
    for index, token in enumerate(tokens):
        if token.type == "softbreak":
            parts.append("" if _joins(tokens, index) else "\n")
        elif token.type == "text":
            parts.append(term.text(token, page, index > 0 and tokens[index - 1].type == "math_inline"))
        elif token.type == "html_inline":
            parts.append(authors.take(token.content, 0))
        else:
            parts.append(INLINES.get(token.type, _text)(token, page))
        if token.type == "reference" and _is_tight(reference.words(token, page), tokens[index + 1 : index + 2]):
            parts.append(" ")
    parts.append(authors.end())
    return "".join(parts)


def _is_tight(words: str, following: Sequence[Token]) -> bool:
    """Whether Chinese follows the number that stands for a reference: `照[@fig-x]布置`."""
    text = following[0].content if following and following[0].type == "text" else ""
    return bool(_NUMBER_END.search(words) and _IDEOGRAPH.match(text))


def plain(tokens: Sequence[Token], page: Page) -> str:
    """The words of inline tokens without any markup."""
    parts = []
    for index, token in enumerate(tokens):
        if token.type == "softbreak":
            parts.append("" if _joins(tokens, index) else " ")
        elif token.type == "image":
            parts.append(plain(token.children or (), page))
        elif token.type == "reference":
            parts.append(reference.words(token, page))
        elif token.type == "citation":
            parts.append(citation.words(token, page))
        elif token.type != "html_inline":
            parts.append(token.content)
    return "".join(parts)


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """Whether the lines before and after a soft break run on without a space."""
    before = next((t.content for t in reversed(tokens[:index]) if t.content), "")
    after = next((t.content for t in tokens[index + 1 :] if t.content), "")
    return bool(before and after and _CJK.match(before[-1]) and _CJK.match(after[0]))
