"""What a page, a style or a drawing of the site refers to, and where its references lead."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from urllib.parse import unquote

# In the text of a page `<` is written `&lt;`, so a tag is found only where one is.
_TAG = re.compile(r"<(?:a|area|link|script|img|image|use|source|video|audio|track|object|embed|iframe)\b[^>]*>")
_ADDRESS = re.compile(r"""(?<![\w-])(?:href|src|poster|data)=(?:"([^"]*)"|'([^']*)')""")
_SRCSET = re.compile(r'(?<![\w-])srcset="([^"]*)"')
_LINK = re.compile(r"""(<a\b[^>]*?(?<![\w-])href=")([^"]*)(")""")
# What scripts load later: named in full in them, or in what a page tells them.
_NAMED = re.compile(r"""["']([^"'\s<>{}]+\.(?:js|css|json|svg|png|woff2|wasm))["']""")
_STYLE_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')]+)""")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def references(path: str, text: str) -> Iterator[str]:
    """The addresses in a page, style, drawing or script, as written, and strings that look like one."""
    if path.endswith((".html", ".svg")):
        for tag in _TAG.findall(text):
            yield from (unescape(one or other) for one, other in _ADDRESS.findall(tag))
            for listed in _SRCSET.findall(tag):
                yield from (unescape(one).split()[0] for one in listed.split(",") if one.strip())
    if path.endswith((".html", ".svg", ".css")):
        yield from (unescape(one).strip() for one in _STYLE_URL.findall(text))
    if path.endswith((".html", ".js")):
        yield from (unescape(one) for one in _NAMED.findall(text))


def target(address: str, page: str) -> str | None:
    """The path in the site that an address on `page` means; None for another host, and for a place on the page itself.

    A path that begins with `..` lies outside the site.
    """
    place = re.split(r"[?#]", address, maxsplit=1)[0]
    if not place or _SCHEME.match(place) or place.startswith("/"):
        return None
    path = posixpath.join(posixpath.dirname(page), unquote(place))
    return posixpath.normpath(posixpath.join(path, "index.html") if path.endswith(("/", "/..", "/.")) else path)


def with_links(html: str, change: Callable[[str], str]) -> str:
    """The page with every link's address as `change` gives it; addresses are passed unescaped."""

    def changed(found: re.Match[str]) -> str:
        address = unescape(found[2])
        new = change(address)
        return found[0] if new == address else f"{found[1]}{escape(new)}{found[3]}"

    return _LINK.sub(changed, html)
