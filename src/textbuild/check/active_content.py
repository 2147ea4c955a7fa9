"""Tells what in a piece of HTML or SVG would do something: run, load, send or take the page over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser

import nh3

_ELEMENT = re.compile(
    "applet|base|embed|fencedframe|form|frame|frameset|iframe|link|noembed|object|param|plaintext|portal|script|xmp"
)
_ADDRESS = re.compile(
    "action|background|by|cite|classid|code|codebase|data|dynsrc|from|href|icon|longdesc|lowsrc|manifest|poster|profile|"
    "src|srcset|to|usemap|values|xlink:href"
)
_STYLED = re.compile("style|clip-path|cursor|fill|filter|marker-(?:start|mid|end)|mask|stroke")
_ALWAYS_ACTIVE = re.compile(r"on[a-z0-9_:.-]+|srcdoc|ping|http-equiv|formaction|xml:base")
_ANIMATES = re.compile(r"(?:xlink:)?href|style|on.*")
# In a fragment a browser's parser ignores these without their parents; in a page it does not. So they are renamed.
_NEED_PARENTS = re.compile(
    r"(</?)(html|head|body|frameset|frame|caption|colgroup|col|tbody|thead|tfoot|tr|td|th)(?=[\s/>])", re.IGNORECASE
)
_ALONE = "x-alone-"
_TAG = re.compile(r"</?([A-Za-z][^\s/>]*)")
_SCHEMES = ("javascript", "vbscript", "livescript", "mocha", "jscript")
_SCHEME = re.compile(rf"(?:feed:|view-source:|jar:)*(?:{'|'.join(_SCHEMES)}):")
_STILL_DATA = re.compile(r"data:(?:image/(?:png|jpe?g|gif|webp|avif|bmp)|audio/[a-z0-9.+-]+|video/[a-z0-9.+-]+)[;,]")
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))", re.DOTALL)
_LOCAL_URL = re.compile(r"url\(\s*[\"']?#[^)\"']{0,200}[\"']?\s*\)")
_CSS_ACTIVE = re.compile(
    r"url\s*\(|image-set\s*\(|image\s*\(|src\s*\(|@import|expression\s*\(|behaviou?r\s*:|-moz-binding|javascript:"
)
_ADDRESS_LISTS = {"srcset": re.compile(r"[\s,]+(?=[a-zA-Z]+:)"), "values": re.compile(";")}
# What a drawing must not have besides: it would load these, and a printed page could not.
_LOADS = re.compile(
    r"<foreignObject|<[\w.-]{1,40}:script|(?:href|src)\s*=\s*[\"']\s*(?:https?:)?//|url\(\s*[\"']?\s*(?:https?:)?//",
    re.IGNORECASE,
)
_PLAINLY_ACTIVE = re.compile(r"<script|[\s\"']on[a-z]+=[\"']|javascript:|@import", re.IGNORECASE)
_XML_TRICK = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]{0,500}\[|<\?xml-stylesheet", re.IGNORECASE)


MAX_LENGTH = 200_000
"""Characters of HTML in one piece that are looked through: a browser's parser takes the square of the time on some."""
_MAX_DEPTH = 2_000
_VOID = re.compile("area|br|col|hr|img|input|source|track|wbr")


def is_readable(html: str) -> bool:
    """Whether `html` is short and flat enough to be looked through in a moment."""
    return len(html) <= MAX_LENGTH and _depth(html) <= _MAX_DEPTH


@lru_cache(maxsize=256)  # most HTML in textbooks is the same few tags: <kbd>, </kbd>, <br>
def active_content(html: str) -> tuple[str, ...]:
    """What is active in `html`, as `<script>` or `onclick=`, in order and each once; empty if nothing is.

    The text is read by a browser's own rules (html5ever, through nh3), so that what a browser would repair into a
    script counts as one.
    """
    found = dict.fromkeys(match[0].split("[")[0].strip() for match in _XML_TRICK.finditer(html))
    for variant in _endings(_NEED_PARENTS.sub(rf"\1{_ALONE}\2", html)):
        found.update(dict.fromkeys(_read(_normal_form(variant))))
    return tuple(found)


def active_drawing(svg: str) -> tuple[str, ...]:
    """What in an SVG file runs or loads something. One too large for `active_content` is searched for plain forms."""
    found = dict.fromkeys(match[0].strip() for match in _LOADS.finditer(svg))
    if is_readable(svg):
        return tuple(found | dict.fromkeys(active_content(svg)))
    plain = (*_XML_TRICK.finditer(svg), *_PLAINLY_ACTIVE.finditer(svg))
    return tuple(found | dict.fromkeys(match[0].strip() for match in plain))


def is_active_address(address: str, *, image: bool = False) -> bool:
    """Whether following or loading the address runs something: `javascript:…`, `data:text/html,…`.

    An image may be SVG: as an image it runs nothing.
    """
    compact = re.sub(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff\ufffd]", "", address).lower()
    if _SCHEME.match(compact):
        return True
    if not compact.startswith("data:") or _STILL_DATA.match(compact):
        return False
    return not (image and compact.startswith("data:image/svg+xml"))


def _depth(html: str) -> int:
    """How many elements may be open at once, at most: only an end tag of the same name closes one."""
    unclosed: Counter[str] = Counter()
    depth = deepest = 0
    for match in _TAG.finditer(html):
        name = match[1].lower()
        closes = match[0][1] == "/"
        opened = -bool(unclosed[name]) if closes else int(_VOID.fullmatch(name) is None)
        unclosed[name] += opened
        depth += opened
        deepest = max(deepest, depth)
    return deepest


def _endings(html: str) -> Iterator[str]:
    """The text, and what becomes of a tag left open at its end when the page goes on behind it."""
    yield html
    if html.rfind("<") > html.rfind(">") or '"' in html or "'" in html:
        yield from (html + ending for ending in (">", '">', "'>"))


def _normal_form(html: str) -> str:
    """`html` as a browser's parser understands it, written out again; nothing is taken out but comments."""
    tags = {match[1].lower() for match in _TAG.finditer(html)}
    return nh3.clean(
        html,
        tags=tags,
        clean_content_tags=set(),
        attributes={},
        generic_attribute_prefixes={""},
        url_schemes={*_SCHEMES, "http", "https", "data", "feed", "file", "jar", "mailto", "tel", "view-source"},
        link_rel=None,
        strip_comments=True,
    )


def _read(html: str) -> list[str]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    """Lists the active elements and attributes of well-formed HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        if _ELEMENT.fullmatch(tag.rpartition(":")[2].removeprefix(_ALONE)):
            self.found.append(f"<{tag.removeprefix(_ALONE)}>")
        for name, value in attrs:
            if _is_active_attribute(tag, name.strip("\"'`<=/"), value or ""):
                self.found.append(f"{name}=")

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style and ("<" in data or _is_active_style(data)):
            self.found.append("<style>")


def _is_active_attribute(tag: str, name: str, value: str) -> bool:
    if _ALWAYS_ACTIVE.fullmatch(name):
        return True
    if name == "attributename":  # an SVG animation that sets an address or a handler
        return bool(_ANIMATES.fullmatch(value.strip().lower()))
    if _STYLED.fullmatch(name):
        return _is_active_style(value)
    if not _ADDRESS.fullmatch(name):
        return False
    candidates = _ADDRESS_LISTS[name].split(value) if name in _ADDRESS_LISTS else [value]
    return any(is_active_address(one, image=tag in ("img", "image", "source")) for one in candidates)


def _is_active_style(css: str) -> bool:
    """Whether CSS loads or runs something. A reference to a part of the same drawing, `url(#id)`, does not."""
    plain = _CSS_ESCAPE.sub(_unescaped, _CSS_COMMENT.sub("", css)).lower()
    return bool(_CSS_ACTIVE.search(_LOCAL_URL.sub("", plain)))


def _unescaped(escape: re.Match[str]) -> str:
    if escape[1] is None:
        return escape[2]
    number = int(escape[1], 16)
    return chr(number) if 0 < number < 0x110000 else "\ufffd"
