"""Mermaid diagrams, drawn to SVG when the book is built: readers' browsers need no script."""

from __future__ import annotations

import hashlib
import re
from html import escape
from xml.etree import ElementTree

import mmdr

from textbuild.render.page import Page

_MOST = 20_000
"""Characters; a longer source is shown as code."""
_SVG = "http://www.w3.org/2000/svg"
_ACTIVE = frozenset(f"{{{_SVG}}}{name}" for name in ("script", "foreignObject", "image", "a", "animate", "set"))
_NAME = re.compile(r"[A-Za-z][\w.-]*")


def diagram(source: str, title: object, page: Page) -> str | None:
    """The diagram as a figure with inline SVG; None where the source can not be drawn."""
    drawn = draw(source)
    if drawn is None:
        return None
    name = str(title) if title else page.words.diagram.format(text="、".join(_labels(drawn)))
    drawn.set("role", "img")
    drawn.set("aria-label", name)
    drawn.set("class", "tb-diagram-drawing")
    ElementTree.register_namespace("", _SVG)
    svg = ElementTree.tostring(drawn, encoding="unicode")
    caption = f"<figcaption>{escape(str(title))}</figcaption>" if title else ""
    return f'<figure class="tb-figure tb-diagram">{svg}{caption}</figure>\n'


def draw(source: str) -> ElementTree.Element | None:
    """The SVG of a diagram, its ids made from its source, and nothing in it that acts or fetches."""
    try:
        if len(source) > _MOST:
            return None
        tree = ElementTree.fromstring(mmdr.render(source, backend="mermaid-rs-renderer").svg())
    except Exception:  # a parser in another language: whatever it raises, the source is shown instead
        return None
    _clean(tree, f"d{hashlib.sha256(source.encode()).hexdigest()[:8]}-")
    return tree


def _clean(tree: ElementTree.Element, prefix: str) -> None:
    names = {value for element in tree.iter() if (value := element.get("id")) and _NAME.fullmatch(value)}
    for parent in list(tree.iter()):
        for child in list(parent):
            if child.tag in _ACTIVE:
                parent.remove(child)
        for name, value in list(parent.attrib.items()):
            if name.lower().startswith("on") or (name.endswith("href") and not value.startswith("#")):
                del parent.attrib[name]
            elif name == "id":
                parent.set(name, prefix + value)
            else:
                parent.set(name, _renamed(value, names, prefix))


def _renamed(value: str, names: set[str], prefix: str) -> str:
    """`url(#arrow)` and `#arrow` with the prefix of this diagram."""
    if "#" not in value:
        return value
    return re.sub(r"#([A-Za-z][\w.-]*)", lambda m: f"#{prefix}{m[1]}" if m[1] in names else m[0], value)


def _labels(tree: ElementTree.Element) -> list[str]:
    texts = ("".join(element.itertext()).strip() for element in tree.iter(f"{{{_SVG}}}text"))
    return list(dict.fromkeys(text for text in texts if text))
