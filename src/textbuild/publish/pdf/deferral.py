"""Figures and tables that do not fit on a page: text that follows comes before them, so that no page ends empty.

Where none may, the figure is drawn smaller. WeasyPrint 70 has no page floats. Within `deferred_figures` its function
that puts one block after another is replaced; it is known by the hash of its source, as in `justify`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

from textbuild.publish.pdf.justify import source_hash
from textbuild.publish.pdf.shrinking import MOST_EMPTY, smaller

_KNOWN = "c2537262836dd981"
_EMPTY = 0.1
"""Of the page's height: a smaller space is left as it is."""
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_TEXT = ("p", "ul", "ol")
_NEARBY = re.compile("[上下]图|[上下]表|[:：]$")
"""Words that hold only where they stand: such text stays with its figure. All other text names it by number."""


@contextmanager
def deferred_figures() -> Iterator[None]:
    """Within the block a figure that would leave a page's foot empty lets the following text of its section pass."""
    original = block._in_flow_layout
    if source_hash(original) != _KNOWN:
        yield
        return
    block._in_flow_layout = _with_deferral(original)
    try:
        yield
    finally:
        block._in_flow_layout = original


def _with_deferral(original: Any) -> Any:
    def in_flow_layout(context: Any, box: Any, index: int, child: Any, new_children: Any, *rest: Any) -> Any:
        child = _in_its_turn(box, index, child)
        place = child.position_x, child.position_y
        page_is_empty, absolute, fixed, margins, bottom_space, position_y, *others = rest

        def lay_out() -> Any:
            return original(
                context, box, index, child, list(new_children), page_is_empty, absolute, fixed, list(margins),
                bottom_space, position_y, *others,
            )  # fmt: skip

        def again_smaller(laid: Any) -> Any:
            for _ in smaller(box.children[index]):
                child.position_x, child.position_y = place
                tried = lay_out()
                if not _left_out(tried, box, index):
                    return tried
            return laid

        laid = lay_out()
        empty = context.page_bottom - bottom_space - position_y
        if not (_left_out(laid, box, index) and empty > _EMPTY * context.page_bottom):
            return laid
        if not _may_wait(box, index):
            return again_smaller(laid) if empty > MOST_EMPTY * context.page_bottom else laid
        waiting, passing = box.children[index], box.children[index + 1]
        box.children[index], box.children[index + 1] = passing, waiting
        passing.position_x, passing.position_y = place
        return in_flow_layout(context, box, index, passing, new_children, *rest)

    return in_flow_layout


def _left_out(laid: Any, box: Any, index: int) -> bool:
    """Whether the block goes to the next page, alone or with the headings over it."""
    stop, resume_at = laid[1:3]
    if not stop or not resume_at:
        return False
    [(first, within)] = resume_at.items()
    headings = box.children[first:index]
    return within is None and first <= index and all(one.element_tag in _HEADINGS for one in headings)


def _in_its_turn(box: Any, index: int, child: Any) -> Any:
    """The block that stands at this index by now: the caller goes by the order that it found."""
    own = box.children[index]
    if own is not child:
        own.position_x, own.position_y = child.position_x, child.position_y
    return own


def _may_wait(box: Any, index: int) -> bool:
    if not isinstance(box.children, list) or index + 1 >= len(box.children) or index == 0:
        return False
    before, own, after = box.children[index - 1 : index + 2]
    if not (_is_figure(own) and _is_text(after)):
        return False
    return not _points_at(after) and not (_is_text(before) and _points_at(before))


def _is_figure(box: Any) -> bool:
    tag: str | None = box.element_tag
    return tag == "figure" or (tag == "div" and box.element.get("class") == "tb-table")


def _is_text(box: Any) -> bool:
    if not isinstance(box, boxes.BlockBox) or not box.is_in_normal_flow():
        return False
    return box.element_tag in _TEXT or (box.element_tag == "div" and box.element.get("class") == "tb-equation")


def _points_at(box: Any) -> bool:
    return _NEARBY.search("".join(box.element.itertext()).strip()) is not None
