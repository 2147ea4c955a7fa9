"""Links, images and code in a line keep their places; where an address leads is for the checks to judge."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_inline import StateInline

from textbuild.markdown.wrapping import place_inline, replace_inline


def install(md: MarkdownIt) -> None:
    md.validateLink = _any_address  # type: ignore[method-assign]
    for name in ("link", "image"):
        replace_inline(md, name, _closable)
    place_inline(md, "link", "[")
    place_inline(md, "image", "!")
    place_inline(md, "autolink", "<")
    place_inline(md, "backticks", "`")


def _any_address(url: str, validator: object = None) -> bool:
    """`javascript:` stays a link, so that a check tells the author of it; no renderer makes one of it."""
    return True


def _closable(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """Spares markdown-it a long look ahead where no bracket closes at all."""

    def closable(state: StateInline, silent: bool) -> bool:
        return state.src.find("]", state.pos) >= 0 and rule(state, silent)

    return closable
