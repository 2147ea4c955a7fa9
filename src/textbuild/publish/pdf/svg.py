"""Makes authors' SVG fit for a book: text in the book's own fonts, and nothing that acts, fetches or expands."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.parsers import expat

SANS, SERIF, MONO = "TB Sans", "TB Serif", "TB Mono"

_SVG = "http://www.w3.org/2000/svg"
_FAMILY = re.compile(r"font-family\s*:\s*([^;}]*)", re.IGNORECASE)
_SHORTHAND = re.compile(r"(?<![-\w])font\s*:\s*([^;}]*)", re.IGNORECASE)
_FETCHING = re.compile(r"@import[^;]*;?|@font-face\s*\{[^}]*\}|url\(\s*['\"]?(?!#)[^)]*\)", re.IGNORECASE)
_MOST = 100_000
"""Elements that are drawn, those that `<use>` repeats counted each time."""
_ACTIVE = frozenset(("script", "foreignObject", "iframe", "embed", "object", "audio", "video", "set"))


def prepare_svg(content: bytes) -> bytes:
    """The drawing with its fonts replaced. Raises ValueError for what is no harmless SVG."""
    _refuse_declarations(content)
    try:
        tree = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise ValueError(f"not an SVG drawing: {error}") from error
    if tree.tag not in (f"{{{_SVG}}}svg", "svg"):
        raise ValueError("not an SVG drawing")
    if _drawn(tree) > _MOST:
        raise ValueError("an SVG drawing of too many parts is not used")
    for parent in list(tree.iter()):
        for child in list(parent):
            if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _ACTIVE:
                parent.remove(child)
        _prepare(parent)
    tree.attrib.setdefault("font-family", SANS)
    return ElementTree.tostring(tree, encoding="unicode").encode()


def _drawn(tree: ElementTree.Element) -> int:
    """How many elements are drawn in the end; more than `_MOST` also where `<use>` goes in a circle."""
    named = {name: element for element in tree.iter() if (name := element.get("id"))}
    known: dict[ElementTree.Element, int] = {}

    def count(element: ElementTree.Element, depth: int) -> int:
        if element not in known:
            known[element] = _MOST + 1  # stands while its own parts are counted: a circle
            if depth > 200:
                return _MOST + 1
            href = next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == "href"), "")
            used = named.get(href[1:]) if str(element.tag).endswith("use") and href.startswith("#") else None
            parts = [*element, *([used] if used is not None else [])]
            known[element] = min(_MOST + 1, 1 + sum(count(part, depth + 1) for part in parts))
        return known[element]

    return count(tree, 0)


def _prepare(element: ElementTree.Element) -> None:
    for name, value in list(element.attrib.items()):
        local = name.rpartition("}")[2].lower()
        if local.startswith("on") or (local == "href" and not value.startswith(("#", "data:image/"))):
            del element.attrib[name]
        elif local == "font-family":
            element.set(name, _own(value))
        elif local == "style":
            element.set(name, _styles(value))
    if isinstance(element.tag, str) and element.tag.rpartition("}")[2] == "style" and element.text:
        element.text = _styles(element.text)


def _styles(css: str) -> str:
    css = _FETCHING.sub("", css)
    css = _FAMILY.sub(lambda m: f"font-family: {_quoted(_own(m[1]))}", css)
    return _SHORTHAND.sub(lambda m: f"font: {_own_shorthand(m[1])}", css)


def _own_shorthand(value: str) -> str:
    """`bold 14px/1.2 Arial, sans-serif` with our family: what follows the size is the family."""
    match = re.match(r"(.*?\d[\w.%]*(?:\s*/\s*[\w.%]+)?)\s+(.+)", value, re.DOTALL)
    return f"{match[1]} {_quoted(_own(match[2]))}" if match else value


def _own(families: str) -> str:
    """The book's font that comes nearest to the author's."""
    asked = families.lower()
    if "mono" in asked or "courier" in asked or "consolas" in asked:
        return f"{MONO}, {SANS}"
    if ("serif" in asked and "sans" not in asked) or any(
        name in asked for name in ("times", "song", "宋", SERIF.lower())
    ):
        return SERIF
    return SANS


def _quoted(families: str) -> str:
    return ", ".join(f"'{family.strip()}'" for family in families.split(","))


def _refuse_declarations(content: bytes) -> None:
    """Entities can grow without bound, and a document type can name files: drawings need neither."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> int:
        raise ValueError("an SVG drawing with a document type is not used")

    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ValueError(f"not an SVG drawing: {error}") from error
