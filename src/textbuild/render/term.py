"""Terms of the glossary: marked where a module first uses them, with a way to what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from markdown_it.token import Token

from textbuild.link.glossary import LinkedGlossary, Use
from textbuild.render.page import Page
from textbuild.render.typography import for_print

Marks = Mapping[int, tuple[Use, ...]]
"""`id` of a text token → the first uses in it, in order."""

_UNMARKED = frozenset(("heading", "dt", "th", "footnote_block"))
"""Blocks without marks: titles are no running text, and a definition list explains its terms itself."""
_TITLE = re.compile(r"《[^《》]{0,200}》")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,20})[^<>]{0,2000}>")
_VOID = frozenset(("br", "hr", "img", "wbr", "col"))


def first_uses(tokens: Sequence[Token], glossary: LinkedGlossary) -> Iterator[tuple[Token, Use]]:
    """The first use of each term in a module's running text, with the text token that it stands in."""
    seen: set[str] = set()
    for token in _running_text(tokens) if glossary.terms else ():
        titles = [title.span() for title in _TITLE.finditer(token.content)] if "《" in token.content else []
        for use in glossary.find(token.content):
            if use.term.anchor not in seen and not any(start < use.start < end for start, end in titles):
                seen.add(use.term.anchor)
                yield token, use


def marks_of(tokens: Sequence[Token], glossary: LinkedGlossary) -> Marks:
    """The first uses by token. They hold as long as these tokens do."""
    marks: dict[int, tuple[Use, ...]] = {}
    for token, use in first_uses(tokens, glossary):
        marks[id(token)] = (*marks.get(id(token), ()), use)
    return marks


def text(token: Token, page: Page, after_formula: bool = False) -> str:
    """HTML of a piece of running text, with its marks."""
    parts: list[str] = []
    done = 0
    for use in page.terms.get(id(token), ()):
        href = page.addresses.term(use.term)
        if href:
            parts += [_plain(token.content[done : use.start], page, after_formula and not done)]
            parts += [_marked(use, token.content[use.start : use.end], href, page)]
            done = use.end
    return "".join([*parts, _plain(token.content[done:], page, after_formula and not done)])


def _marked(use: Use, words: str, href: str, page: Page) -> str:
    told = ""
    if page.medium == "site":
        value = use.term.value
        told = f' title="{escape(use.term.plain)}" data-term="{escape(value.term)}"'
        told += f' data-english="{escape(value.english)}"' if value.english else ""
    return f'<a class="tb-term"{page.id(use.term.use)} href="{escape(href)}"{told}>{_plain(words, page)}</a>'


def _plain(words: str, page: Page, after_formula: bool = False) -> str:
    return for_print(words, after_formula) if page.medium == "print" else escape(words, quote=False)


def _running_text(tokens: Sequence[Token]) -> Iterator[Token]:
    """Text tokens where a link may stand: not in titles, links, code, formulas, citations or authors' HTML."""
    unmarked = html = 0
    for token in tokens:
        if token.type == "html_block":
            html = max(0, html + _opened(token.content))
        elif token.nesting and token.type.rpartition("_")[0] in _UNMARKED:
            unmarked += token.nesting
        elif token.type == "inline" and not unmarked and not html:
            yield from _outside_links(token.children or ())


def _outside_links(children: Sequence[Token]) -> Iterator[Token]:
    links = html = 0
    for token in children:
        if token.type in ("link_open", "link_close", "kbd_open", "kbd_close"):
            links += token.nesting
        elif token.type == "html_inline":
            html = max(0, html + _opened(token.content))
        elif token.type == "text" and not links and not html:
            yield token


def _opened(html: str) -> int:
    """How many elements a piece of HTML opens and leaves open."""
    tags = [tag for tag in _TAG.finditer(html) if tag[2].lower() not in _VOID and not tag[0].endswith("/>")]
    return sum(-1 if tag[1] else 1 for tag in tags)
