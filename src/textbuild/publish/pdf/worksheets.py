"""A workbook's chapters: what students write on becomes work sheets, leaves to be handed in and signed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from textbuild.publish.pdf.markup import Markup

_HEAD = ("班级", "姓名", "学号", "日期")
_TAGS = re.compile(r"<[^>]*>")
_WRITTEN = re.compile(r'<td[^>]*>\s*</td>|class="tb-(?:quiz|gap|blank|box)\b')
"""What asks for a pen."""
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_EMPTY = re.compile(r"<td[^>]*>\s*</td>")
_GAP = '<span class="tb-gap">　　　　　　</span>'


@dataclass(frozen=True, slots=True)
class _Section:
    """A second-level heading with what follows."""

    html: str

    @property
    def title(self) -> str:
        return unescape(_TAGS.sub("", self.html[: self.html.find("</h2>")])).strip()

    @property
    def asks(self) -> bool:
        return _WRITTEN.search(self.html) is not None

    @property
    def weighs(self) -> bool:
        """Whether it alone is worth a sheet: not a table of tools, in which only a few cells are open."""
        text = _TABLE.sub("", self.html)
        return _WRITTEN.search(text) is not None or _EMPTY.search(self.html) is not None


def with_worksheets(html: str, number: str) -> str:
    """The chapter's HTML with its work sheets: sections in a row that ask for a pen are one, numbered `2-1`, `2-2`.

    The sections stay in their order, so that what the text says of the one above or below still holds.
    """
    starts = _headings(html)
    ends = [*starts[1:], len(html)]
    sections = [_Section(html[start:end]) for start, end in zip(starts, ends, strict=True)]
    parts = [html[: starts[0]] if starts else html]
    sheets = 0
    for run in _runs(sections):
        body = "".join(one.html for one in run)
        if run[0].asks and any(one.weighs for one in run):
            sheets += 1
            body = _sheet(f"{number}-{sheets}" if number else str(sheets), run, body)
        parts.append(body)
    return "".join(parts)


def _runs(sections: list[_Section]) -> Iterator[list[_Section]]:
    """Neighbours that ask for a pen together, all others together."""
    run: list[_Section] = []
    for one in sections:
        if run and run[-1].asks != one.asks:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _sheet(number: str, run: list[_Section], body: str) -> str:
    cells = "".join(f'<th scope="row">{name}</th><td></td>' for name in _HEAD)
    titles = "、".join(_TAGS.sub("", one.title) for one in run)
    title = f'<p class="sheet-title">工作页 {number}　<span class="sheet-of">{_escaped(titles)}</span></p>'
    head = f'<table class="sheet-head"><tbody><tr>{cells}</tr></tbody></table>'
    sign = f'<p class="sheet-sign">指导教师签字{_GAP}　签字日期{_GAP}</p>'
    return f'<div class="sheet">\n{title}\n{head}\n{body}{sign}\n</div>\n<div class="sheet-end"></div>\n'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _headings(html: str) -> list[int]:
    """Where the second-level headings begin that stand in no other element."""
    reader = _Headings(html)
    reader.read()
    return reader.found


class _Headings(Markup):
    def __init__(self, html: str) -> None:
        super().__init__(html)
        self.found: list[int] = []

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "h2" and self.depth == 0:
            self.found.append(self.at)
