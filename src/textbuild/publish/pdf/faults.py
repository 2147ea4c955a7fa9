"""What a publisher would not sign on a laid-out page: emptiness, lone characters, torn numbers, stranded headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes

MOST_EMPTY = 0.25
"""Of the text area, at the foot of a page that does not end a part of the book."""
_OUT = 8
"""CSS pixels by which a line may pass the text area: closing punctuation hangs."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NUMBER = re.compile(r"[0-9.]$")
_UNIT = re.compile(r"^(?:[kMmμµn]?(?:V|A|W|Ω|Hz|Pa|m|g|s|L|J|N)|°C|℃|%|‰|dB|rpm|min|h)(?![A-Za-z0-9])")
_ALONE = re.compile(r"^[\u3400-\u9fff][，。、；：！？”’）》]*$")


class Fault(NamedTuple):
    page: int
    """Of the gathering, counted from 0."""
    kind: str
    """In Chinese, for the one who makes up the pages."""
    near: str
    """The id of the last place before it; empty where there is none."""
    words: str


class _Line(NamedTuple):
    box: Any
    owner: Any
    """The block that it is a line of; for a picture the picture."""
    text: str


def faults_of(pages: Sequence[Any]) -> Iterator[Fault]:
    """The faults of a gathering's pages, WeasyPrint's, in their order."""
    near = ""
    for number, page in enumerate(pages):
        own = page._page_box
        lines = list(_lines(own.children[0], own))
        for kind, words in _of_page(own, lines, last=number == len(pages) - 1):
            yield Fault(number, kind, near or next(iter(page.anchors), ""), words[:40])
        near = next(reversed(page.anchors), near) if page.anchors else near


def _of_page(page: Any, lines: Sequence[_Line], *, last: bool) -> Iterator[tuple[str, str]]:
    if not lines:
        return
    bottom = max(line.box.position_y + line.box.margin_height() for line in lines)
    empty = (page.content_box_y() + page.height - bottom) / page.height
    if empty > MOST_EMPTY and not last:
        yield f"页末空白 {empty:.0%}", lines[-1].text
    if lines[-1].owner.element_tag in _HEADINGS:
        yield "标题落在页末", lines[-1].text
    right = page.content_box_x() + page.width + _OUT
    for line in lines:
        if line.box.position_x + line.box.width > right:
            yield "超出版心", line.text
    for before, after in pairwise(lines):
        if before.owner is not after.owner:
            continue
        if _NUMBER.search(before.text) and _UNIT.search(after.text):
            yield "数与单位分在两行", before.text[-10:] + "|" + after.text[:10]
        if after is _last_of(after.owner, lines) and _ALONE.search(after.text):
            yield "段末单字成行", before.text[-10:] + "|" + after.text


def _last_of(owner: Any, lines: Sequence[_Line]) -> _Line:
    return [line for line in lines if line.owner is owner][-1]


def _lines(box: Any, owner: Any) -> Iterator[_Line]:
    """Lines and pictures in the order of reading; footnotes, heads and feet are none of the text's."""
    if isinstance(box, boxes.LineBox):
        text = "".join(one.text for one in box.descendants() if isinstance(one, boxes.TextBox)).strip()
        pictures = any(isinstance(one, boxes.ReplacedBox) for one in box.descendants())
        if text or pictures:
            yield _Line(box, owner, text)
    elif isinstance(box, boxes.BlockReplacedBox):
        yield _Line(box, box, "")
    elif isinstance(box, boxes.ParentBox):
        for child in box.children:
            yield from _lines(child, box)
