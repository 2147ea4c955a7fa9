"""Links, images and code in a line keep their places; where an address leads is for the checks to judge."""

from __future__ import annotations

from markdown_it import MarkdownIt

from textbuild.markdown.wrapping import place_inline


def install(md: MarkdownIt) -> None:
    md.validateLink = _any_address  # type: ignore[method-assign]
    place_inline(md, "link", "[")
    place_inline(md, "image", "!")
    place_inline(md, "autolink", "<")
    place_inline(md, "backticks", "`")


def _any_address(url: str) -> bool:
    """`javascript:` stays a link, so that a check tells the author of it; no renderer makes one of it."""
    return True
