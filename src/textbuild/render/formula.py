"""Formulas: TeX to MathML for screens, and the list of a module's formulas for media that draw them otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import Protocol
from xml.etree import ElementTree

from latex2mathml.converter import convert
from markdown_it.token import Token

from textbuild.markdown import Document

_MOST = 5000
"""Characters; a longer formula is no formula, and its conversion takes time."""
_NAMES = """
    accent accentunder columnalign columnlines columnspacing display displaystyle fence form frame
    height depth width linethickness lspace rspace mathcolor mathsize mathvariant maxsize minsize
    movablelimits notation rowlines rowspacing scriptlevel separator stretchy symmetric voffset xmlns
"""
_ATTRIBUTES = frozenset(_NAMES.split())
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MATHML = "http://www.w3.org/1998/Math/MathML"


class Formulas(Protocol):
    """Draws formulas for one medium. Never raises: what it can not read is shown as it was written."""

    def draw(self, tex: str, display: bool) -> str:
        """HTML of a formula, `display` on a line of its own."""
        ...


class MathmlFormulas:
    """Formulas as MathML."""

    def draw(self, tex: str, display: bool) -> str:
        return _mathml(tex, display)


@lru_cache(maxsize=4096)
def _mathml(tex: str, display: bool) -> str:
    """The same few symbols return all through a book."""
    try:
        if len(tex) > _MOST:
            raise ValueError("too long")
        tree = ElementTree.fromstring(convert(_CONTROL.sub("", tex), display="block" if display else "inline"))
    except Exception:  # the converter raises whatever comes up; RecursionError too
        return as_written(tex)
    _strip(tree)
    tree.set("alttext", tex)
    ElementTree.register_namespace("", _MATHML)
    return ElementTree.tostring(tree, encoding="unicode")


def as_written(tex: str) -> str:
    """A formula that can not be drawn, as its source."""
    return f'<code class="tb-formula-source">{escape(tex)}</code>'


def formulas_of(document: Document) -> Iterator[tuple[str, bool]]:
    """Each formula of a module: its TeX, and whether it stands on a line of its own."""
    for token in document.tokens:
        yield from _formulas(token)


def _formulas(token: Token) -> Iterator[tuple[str, bool]]:
    if token.type == "equation":
        yield token.content.strip(), True
    elif token.type == "math_inline":
        yield token.content.strip(), False
    meta = token.meta or {}
    for child in (*(token.children or ()), *(meta.get("caption") or ()), *_title(meta)):
        yield from _formulas(child)


def _title(meta: dict[str, object]) -> list[Token]:
    title = meta.get("title")
    return title if isinstance(title, list) else []


def _strip(tree: ElementTree.Element) -> None:
    """Removes links and whatever else TeX commands could smuggle into attributes."""
    for element in tree.iter():
        for name in list(element.attrib):
            if name not in _ATTRIBUTES:
                del element.attrib[name]
