"""HTML that authors write themselves: cleaned through an allow-list, and balanced within the block it stands in."""

from __future__ import annotations

import re
from html import escape, unescape

import nh3

from textbuild.render.page import Page

_NAMES = """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span
    strong sub summary sup table tbody td tfoot th thead tr u ul var wbr
"""
_TAGS = frozenset(_NAMES.split())
_VOID = frozenset(("br", "hr", "img", "wbr", "col"))
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"class", "id", "lang", "title", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
    "details": {"open"},
    "col": {"span"},
    "colgroup": {"span"},
}
_WITH_CONTENT = {"script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math", "title"}
# Bounded, so that reading is linear in the length of what an author may write.
_PIECE = re.compile(
    r"<!--.{0,2000}?-->"
    r"|<(/?)([A-Za-z][A-Za-z0-9-]{0,20})((?:\"[^\"]{0,1000}\"|'[^']{0,1000}'|[^<>\"']){0,1000})>",
    re.DOTALL,
)
_NO_SOURCE = re.compile(r"<img(?![^>]* src=)[^>]*>")
_LONGEST = 20_000
"""Characters; in a longer piece every tag is closed at its end."""


class AuthorsHtml:
    """Takes the pieces of HTML of one run of tokens in order, and closes what they leave open."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._open: list[tuple[str, int]] = []

    def take(self, html: str, level: int) -> str:
        """A piece as it may be published. `level` is the depth of the block it stands in."""
        if _is_balanced(html):
            return self._clean(html)
        parts: list[str] = []
        end = 0
        for piece in _PIECE.finditer(html):
            parts.append(escape(unescape(html[end : piece.start()]), quote=False))
            end = piece.end()
            if piece[2]:
                parts.append(self._tag(piece[0], piece[2].lower(), bool(piece[1]), level))
        parts.append(escape(unescape(html[end:]), quote=False))
        return "".join(parts)

    def leave(self, level: int) -> str:
        """Closes what was opened deeper than `level`."""
        closed = ""
        while self._open and self._open[-1][1] > level:
            closed += f"</{self._open.pop()[0]}>"
        return closed

    def end(self) -> str:
        """Closes all that is still open."""
        return self.leave(-1)

    def _tag(self, html: str, name: str, closing: bool, level: int) -> str:
        if name not in _TAGS:
            return ""
        if not closing:
            opened = self._clean(html).removesuffix(f"</{name}>")
            if opened.startswith(f"<{name}") and name not in _VOID:
                self._open.append((name, level))
            return opened
        if (name, level) not in self._open:
            return ""
        closed = ""
        while True:
            last = self._open.pop()
            closed += f"</{last[0]}>"
            if last == (name, level):
                return closed

    def _clean(self, html: str) -> str:
        cleaned = nh3.clean(
            html,
            tags=set(_TAGS),
            clean_content_tags=_WITH_CONTENT,
            attributes=_ATTRIBUTES,
            attribute_filter=self._attribute,
            url_schemes={"http", "https", "mailto", "tel"},
            link_rel="noopener",
        )
        return _NO_SOURCE.sub("", cleaned)

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        """Addresses as in Markdown's own links and images; ids with the page's prefix."""
        if name == "id":
            return self._page.name(value)
        if tag == "a" and name == "href":
            return self._page.link(value) or None
        if tag == "img" and name == "src":
            return self._page.image(value) or None
        return value


def _is_balanced(html: str) -> bool:
    """Whether each tag opened here is closed here."""
    if len(html) > _LONGEST:
        return True
    open_: list[str] = []
    for piece in _PIECE.finditer(html):
        name = (piece[2] or "").lower()
        if not name or name in _VOID or piece[3].endswith("/"):
            continue
        if not piece[1]:
            open_.append(name)
        elif not open_ or open_.pop() != name:
            return False
    return not open_
