"""Justification of Chinese lines, which WeasyPrint 70 lacks: the slack is spread over the gaps between characters.

WeasyPrint stretches spaces only, so Chinese lines end ragged and mixed lines get holes. Within `chinese_justification`
four of its functions are replaced. They are known by the hash of their source: for any other version nothing is done.
"""

from __future__ import annotations

import hashlib
import inspect
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.ffi import TO_UNITS, ffi, pango

_HAN = "\u2e80-\u2fdf\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\u3000"
_SHARED = "\u201c\u201d\u2018\u2019\u00b7\u2014\u2026"  # quotes, middle dot, dash, dots: Chinese beside Chinese
_RUN = re.compile(f"[{_HAN}](?:[{_HAN}{_SHARED}]*[{_HAN}])?|[{_SHARED}](?=[{_HAN}])|(?<=[{_HAN}])[{_SHARED}]")
_SPACE = re.compile("[ \u00a0]")
_CLOSING = "，。、；：！？”’）》〕】」』"
_HANGING = 0.45
"""Of an em: how far closing punctuation stands out, so that the ink ends with the line."""
_WIDEST = 0.25
"""Of an em: the widest gap. A line that would need wider ones stays short, as it is."""

_PATCHED: tuple[tuple[Any, str, str], ...] = (
    (inline, "justify_line", "f83b21ff8793ba6b"),
    (inline, "add_word_spacing", "879516e71f1b80fa"),
    (inline, "count_expandable_spaces", "175fe6f42576ed38"),
    (line_break.Layout, "set_text", "fe23ca9937dbf520"),
)


@contextmanager
def chinese_justification() -> Iterator[bool]:
    """Within the block WeasyPrint justifies Chinese. Gives False, and changes nothing, for a version unknown here."""
    if not is_known():
        yield False
        return
    before = [(place, name, getattr(place, name)) for place, name, _ in _PATCHED]
    inline.justify_line = _justify_line
    inline.add_word_spacing = _add_spacing_with(inline.add_word_spacing)
    inline.count_expandable_spaces = _gaps
    line_break.Layout.set_text = _set_text_with(line_break.Layout.set_text)
    try:
        yield True
    finally:
        for place, name, function in before:
            setattr(place, name, function)


def is_known() -> bool:
    """Whether the functions to replace are those that the replacements were written for."""
    return all(source_hash(getattr(place, name)) == known for place, name, known in _PATCHED)


def source_hash(function: Any) -> str:
    return hashlib.sha256(inspect.getsource(function).encode()).hexdigest()[:16]


def units(text: str) -> tuple[float, list[tuple[int, int]]]:
    """How many gaps of a text can be stretched, and the stretches of Chinese in it.

    Pango puts half of a gap on either side of a character and none at the ends of a text.
    """
    runs = [run.span() for run in _RUN.finditer(text)]
    count = float(len(_SPACE.findall(text)))
    for start, end in runs:
        count += end - start - 0.5 * (start == 0) - 0.5 * (end == len(text))
    return count, runs


def _justify_line(context: Any, line: Any, extra: float) -> None:
    em = line.style["font_size"]
    last = _last_text(line)
    if last is not None and last.text[-1] in _CLOSING and extra < 2 * last.style["font_size"]:
        extra += last.style["font_size"] * _HANGING
    count = _gaps(line)
    if count > 0 and extra / count <= em * _WIDEST:
        inline.add_word_spacing(context, line, extra / count, 0)


def _gaps(box: Any) -> float:
    if isinstance(box, boxes.TextBox):
        return units(box.text)[0] if box.style["white_space"] in ("normal", "pre-line") else 0
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        return sum(_gaps(child) for child in box.children)
    return 0


def _last_text(box: Any) -> Any:
    """The text box that ends a line, or None."""
    while isinstance(box, boxes.LineBox | boxes.InlineBox):
        children = [child for child in box.children if child.is_in_normal_flow()]
        if not children:
            return None
        box = children[-1]
    return box if isinstance(box, boxes.TextBox) and box.text else None


def _add_spacing_with(original: Any) -> Any:
    def add_word_spacing(context: Any, box: Any, spacing: float, advance: float) -> float:
        if not isinstance(box, boxes.TextBox):
            moved: float = original(context, box, spacing, advance)
            return moved
        box.justification_spacing = spacing
        box.position_x += advance
        count = _gaps(box)
        if count <= 0:
            return advance
        layout = line_break.create_layout(box.text, box.style, context, None, spacing)
        layout.deactivate()
        box.width += spacing * count
        box.pango_layout = layout
        return advance + spacing * count

    return add_word_spacing


def _set_text_with(original: Any) -> Any:
    def set_text(self: Any, text: str, justify: bool = False) -> None:
        original(self, text, justify)
        if justify and self.justification_spacing and self.text:
            _space_out(self)

    return set_text


def _space_out(layout: Any) -> None:
    """Gives every Chinese character of a layout its share of the slack."""
    runs = units(layout.text)[1]
    if not runs or layout.style["white_space"] not in ("normal", "pre-line"):
        return
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    own = layout.style["letter_spacing"]
    spacing = int((layout.justification_spacing + (0 if own == "normal" else own)) * TO_UNITS)
    for start, end in runs:
        attribute = pango.pango_attr_letter_spacing_new(spacing)
        attribute.start_index = len(layout.text[:start].encode())
        attribute.end_index = attribute.start_index + len(layout.text[start:end].encode())
        pango.pango_attr_list_change(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)
