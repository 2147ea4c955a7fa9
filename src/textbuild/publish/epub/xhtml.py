"""Pages as XHTML, with the roles that reading systems know: notes, their marks, ways back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree

from tinyhtml5 import parse

from textbuild.publish.xml_text import in_xml

_XHTML = "http://www.w3.org/1999/xhtml"
_OPS = "http://www.idpf.org/2007/ops"
_XML = "http://www.w3.org/XML/1998/namespace"
_SVG = "http://www.w3.org/2000/svg"
_MATHML = "http://www.w3.org/1998/Math/MathML"
_XMLNS = "{http://www.w3.org/2000/xmlns/}"
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
"""Of what browsers take for a name, that which XML takes too."""

# (element, class) → (epub:type, role), as EPUB's Structural Semantics and DPUB-ARIA name them.
_ROLES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("a", "footnote-ref"): ("noteref", "doc-noteref"),
    ("a", "footnote-backref"): ("backlink", "doc-backlink"),
    ("div", "footnote"): ("footnotes", "doc-endnotes"),
}


def page_of(html: str) -> tuple[bytes, frozenset[str]]:
    """A whole HTML page as XHTML, and the manifest's properties that it needs: `svg`, `mathml`.

    Any text is taken: what XML can not hold is left out, what is not well nested is nested as browsers do.
    """
    tree = parse(in_xml(html), namespace_html_elements=True)
    tree.set(f"{{{_XML}}}lang", tree.get("lang", "zh-CN"))
    for element in tree.iter():
        if isinstance(element.tag, str):
            _prepare(element)
        else:  # a comment: nothing to read, and XML forbids some that HTML allows
            element.tag, element.text = f"{{{_XHTML}}}span", None
    ElementTree.register_namespace("", _XHTML)
    ElementTree.register_namespace("epub", _OPS)
    ElementTree.register_namespace("m", _MATHML)
    ElementTree.register_namespace("svg", _SVG)
    text = ElementTree.tostring(tree, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n{text}\n'.encode(), _properties(tree)


def _prepare(element: ElementTree.Element) -> None:
    space, _, name = element.tag.rpartition("}")
    if not _NAME.fullmatch(name):
        element.tag = f"{space}}}span"
    if type_ := element.get("epub:type"):
        element.set(f"{{{_OPS}}}type", type_)
    for attribute in list(element.attrib):
        if attribute.startswith(_XMLNS) or not _NAME.fullmatch(attribute.rpartition("}")[2]):
            del element.attrib[attribute]
    for own in element.get("class", "").split():
        if known := _ROLES.get((name, own)):
            element.set(f"{{{_OPS}}}type", known[0])
            element.set("role", known[1])


def _properties(tree: ElementTree.Element) -> frozenset[str]:
    namespaces = {element.tag.partition("}")[0][1:] for element in tree.iter() if isinstance(element.tag, str)}
    return frozenset(name for name, uri in (("svg", _SVG), ("mathml", _MATHML)) if uri in namespaces)
