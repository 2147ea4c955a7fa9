"""How large the words of a drawing are on paper: the smallest that a student must be able to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

LEAST_PT = 7.0
"""As printed."""
_POINTS_A_PIXEL = 0.75
_DEFAULT = 16.0
_SIZE = re.compile(r"^\s*([0-9.]+)\s*(px|pt|em|rem|)\s*$")
_DECLARED = re.compile(r"(?<![-\w])font(?:-size)?\s*:[^;}]*?([0-9.]+(?:px|pt|em|rem)?)(?=[\s;/}]|$)")
_RULE = re.compile(r"([^{}]+)\{([^}]*)\}")
_SCALE = re.compile(r"scale\(\s*([0-9.]+)")
_PIXELS: Mapping[str, float] = {"": 1, "px": 1, "pt": 1 / _POINTS_A_PIXEL, "rem": _DEFAULT}


def smallest_pt(replacement: Any, width: float) -> float | None:
    """The size of the smallest words of a drawing, WeasyPrint's, printed `width` pixels wide; None without words."""
    drawing: Any = getattr(replacement, "_svg", None)
    box = drawing.get_viewbox() if drawing is not None else None
    if not box or not box[2]:
        return None
    root = drawing.tree._etree_node
    rules = "\n".join(element.text or "" for element in root.iter() if _name(element) == "style")
    sizes = list(_sizes(root, _DEFAULT, 1.0, {key.strip(): body for key, body in _RULE.findall(rules)}))
    return min(sizes) * width / box[2] * _POINTS_A_PIXEL if sizes else None


def _sizes(element: Element, inherited: float, scale: float, rules: Mapping[str, str]) -> Iterator[float]:
    """In units of the drawing."""
    name = _name(element)
    if name in ("defs", "title", "desc", "style") or element.get("display") == "none":
        return
    size = _size(element, name, inherited, rules)
    found = _SCALE.search(element.get("transform", ""))
    scale *= float(found[1]) if found else 1.0
    if name in ("text", "tspan", "textPath") and (element.text or "").strip():
        yield size * scale
    for child in element:
        yield from _sizes(child, size, scale, rules)


def _size(element: Element, name: str, inherited: float, rules: Mapping[str, str]) -> float:
    told = [element.get("font-size", "")]
    selectors = [name, *(f".{one}" for one in element.get("class", "").split())]
    declared = [rules.get(selector, "") for selector in selectors] + [element.get("style", "")]
    told += [found[1] for text in declared if (found := _DECLARED.search(text))]
    for text in told:
        if found := _SIZE.match(text):
            inherited = float(found[1]) * (inherited if found[2] == "em" else _PIXELS[found[2]])
    return inherited


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
