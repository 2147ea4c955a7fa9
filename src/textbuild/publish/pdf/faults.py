"""What a publisher would not sign on a laid-out page: emptiness, lone lines, torn numbers, lost or tiny characters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes

from textbuild.publish.pdf.figure_text import LEAST_PT, smallest_pt

MOST_EMPTY = 0.25
"""Of the text area, at the foot of a page that does not end a part of the book."""
_OUT = 8
"""CSS pixels by which a line may pass the text area: closing punctuation hangs."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CELLS = ("td", "th", "figcaption", "caption")
"""Narrow or centred: one character in their last line is no fault."""
_PARAGRAPHS = ("p", "li", "dd")
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


class Line(NamedTuple):
    box: Any
    owner: Any
    """The block that it is a line of; for a picture the picture."""
    text: str


def faults_of(pages: Sequence[Any], lacking: Collection[str] = ()) -> Iterator[Fault]:
    """The faults of a gathering's pages, WeasyPrint's, in their order. `lacking`: characters that no font has."""
    near = ""
    read = [lines_of(page) for page in pages]
    for number, (page, lines) in enumerate(zip(pages, read, strict=True)):
        before = read[number - 1] if number else []
        after = read[number + 1] if number + 1 < len(read) else None
        for kind, words in (*_of_page(page._page_box, lines, after), *_torn(before, lines), *_unread(lines, lacking)):
            yield Fault(number, kind, near or next(iter(page.anchors), ""), words[:40])
        near = next(reversed(page.anchors), near) if page.anchors else near
    shown = {character for lines in read for line in lines for character in line.text}
    if unseen := sorted(set(lacking) - shown):
        yield Fault(0, "缺字，在图或公式里", near, " ".join(unseen))


def lines_of(page: Any) -> list[Line]:
    """Lines and pictures of a page, WeasyPrint's, in the order of reading."""
    return list(_lines(page._page_box.children[0], page._page_box))


def _of_page(page: Any, lines: Sequence[Line], after: Sequence[Line] | None) -> Iterator[tuple[str, str]]:
    """`after`: the lines of the next page; None on the last one."""
    if not lines:
        return
    bottom = max(line.box.position_y + line.box.margin_height() for line in lines)
    empty = (page.content_box_y() + page.height - bottom) / page.height
    if empty > MOST_EMPTY and after is not None:
        picture = bool(after) and isinstance(_picture(after[0]), boxes.ReplacedBox)
        yield f"页末空白 {empty:.0%}{'，因为下一页的图' if picture else ''}", lines[-1].text
    if lines[-1].owner.element_tag in _HEADINGS:
        yield "标题落在页末", lines[-1].text
    right = page.content_box_x() + page.width + _OUT
    for line in lines:
        if line.box.position_x + line.box.width > right:
            yield "超出版心", line.text
    for before, line in pairwise(lines):
        if before.owner is not line.owner:
            continue
        if _NUMBER.search(before.text) and _UNIT.search(line.text):
            yield "数与单位分在两行", before.text[-10:] + "|" + line.text[:10]
        if line is _last_of(line.owner, lines) and _is_alone(line) and not (after and _goes_on(line, after[0])):
            yield "段末单字成行", before.text[-10:] + "|" + line.text


def _torn(before: Sequence[Line], lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """A paragraph of which one line stands alone before or after the turn of the page."""
    if not before or not lines or not _goes_on(before[-1], lines[0]):
        return
    if before[-1].owner.element_tag not in _PARAGRAPHS:
        return
    if len([line for line in before if line.owner is before[-1].owner]) == 1:
        yield "段首一行落在上页末", before[-1].text
    if len([line for line in lines if line.owner is lines[0].owner]) == 1:
        yield "段末一行落在页首", lines[0].text


def _unread(lines: Sequence[Line], lacking: Collection[str]) -> Iterator[tuple[str, str]]:
    """What can not be read: characters without a glyph, words of a drawing that are too small."""
    for line in lines:
        if lost := sorted(set(line.text) & set(lacking)):
            yield "缺字", " ".join(lost)
        picture = _picture(line)
        if picture is not None and "tb-formula" not in picture.element.get("class", ""):
            size = smallest_pt(picture.replacement, picture.width)
            if size is not None and size < LEAST_PT - 0.05:
                yield f"图中文字 {size:.1f} pt，小于 {LEAST_PT:g} pt", picture.element.get("alt", "") or line.text


def _picture(line: Line) -> Any:
    """The first picture in a line; None if it has none."""
    if isinstance(line.box, boxes.ReplacedBox):
        return line.box
    return next((one for one in line.box.descendants() if isinstance(one, boxes.ReplacedBox)), None)


def _goes_on(last: Line, first: Line) -> bool:
    """Whether the first line of a page continues the paragraph of the last one before it."""
    return last.owner.element is first.owner.element


def _is_alone(line: Line) -> bool:
    return line.owner.element_tag not in _CELLS and _ALONE.search(line.text) is not None


def _last_of(owner: Any, lines: Sequence[Line]) -> Line:
    return [line for line in lines if line.owner is owner][-1]


def _lines(box: Any, owner: Any) -> Iterator[Line]:
    """Lines and pictures in the order of reading; footnotes, heads and feet are none of the text's."""
    if isinstance(box, boxes.LineBox):
        text = "".join(one.text for one in box.descendants() if isinstance(one, boxes.TextBox)).strip()
        pictures = any(isinstance(one, boxes.ReplacedBox) for one in box.descendants())
        if text or pictures:
            yield Line(box, owner, text)
    elif isinstance(box, boxes.BlockReplacedBox):
        yield Line(box, box, "")
    elif isinstance(box, boxes.ParentBox):
        for child in box.children:
            yield from _lines(child, box)
