"""Code, coloured by Pygments with class names only, so that each theme brings its colours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from markdown_it.token import Token
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from textbuild.render import mermaid
from textbuild.render.page import Page

_MOST = 50_000
"""Characters that are coloured; some lexers take very long over much text."""


def fence(tokens: Sequence[Token], index: int, page: Page) -> str:
    token = tokens[index]
    meta = token.meta or {}
    language = str(meta.get("lang") or "")
    if language == "mermaid" and (drawn := mermaid.diagram(token.content, meta.get("title"), page)):
        return drawn
    return _code(token.content, language, meta)


def code_block(tokens: Sequence[Token], index: int, page: Page) -> str:
    return _code(tokens[index].content, "", {})


def _code(source: str, language: str, meta: dict[str, object]) -> str:
    lexer = _lexer(language) if len(source) <= _MOST else None
    if lexer is None:
        title = f'<span class="filename">{escape(str(meta["title"]))}</span>' if meta.get("title") else ""
        return f'<div class="highlight">{title}<pre><code>{escape(source, quote=False)}</code></pre></div>\n'
    first = meta.get("linenums")
    lines = meta.get("hl_lines")
    formatter: HtmlFormatter[str] = HtmlFormatter(
        cssclass=f"language-{lexer.aliases[0]} highlight",
        wrapcode=True,
        filename=str(meta.get("title") or ""),
        hl_lines=lines if isinstance(lines, tuple) else (),
        linenos="inline" if isinstance(first, int) else False,
        linenostart=first if isinstance(first, int) else 1,
    )
    html: str = highlight(source, lexer, formatter)
    return html


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False) if language and len(language) < 40 else None
    except ClassNotFound:
        return None
