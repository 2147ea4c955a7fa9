"""The pages of the printed book as page breaks in the EPUB: a class turns to page 57 in either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from textbuild.publish.epub.addresses import ANSWERS, GLOSSARY, RECORDS, REFERENCES
from textbuild.publish.volume.print_pages import PrintPage

_PARTS: Mapping[str, str] = {
    "tb-answers": ANSWERS,
    "tb-glossary": GLOSSARY,
    "tb-records": RECORDS,
    "tb-references": REFERENCES,
}
"""Id of a part of the printed book → its file here. Covers, contents and indexes have none."""
_MODULE = re.compile(r"m(\d+)-_title")
_PIECE = re.compile(r"<(svg|math|style|script|title)\b.*?</\1>|<[^>]*>|&[#\w]+;|[^<&]", re.DOTALL)
_NOT_SHOWN = " \t\r\n\u00a0\u2060\u200b\ufeff"
_WINDOW = 5000
"""Characters ahead in which a page's first words are looked for: no page holds as many."""
_TELLING = 8
"""Characters that do not happen to stand in two places of a few pages."""


@dataclass(frozen=True, slots=True)
class Break:
    """A line of the page list."""

    label: str
    file: str

    @property
    def id(self) -> str:
        return f"page-{self.label}"


Breaks = Sequence[tuple[Break, PrintPage]]


def breaks_of(pages: Sequence[PrintPage]) -> Mapping[str, Breaks]:
    """File → the pages of print that it holds, in order."""
    found: dict[str, list[tuple[Break, PrintPage]]] = {}
    for page in pages:
        module = _MODULE.fullmatch(page.part)
        file = f"module-{module[1]}.xhtml" if module else _PARTS.get(page.part)
        if file:
            found.setdefault(file, []).append((Break(page.label, file), page))
    return found


def with_breaks(html: str, breaks: Breaks) -> str:
    """A whole page with a mark where each page of print begins; one that is not found stands before the next."""
    if not breaks:
        return html
    text, offsets = _text(html)
    places = list(_places(text, [page.opens for _, page in breaks]))
    made = [(offsets[place], _mark(one)) for place, (one, _) in zip(places, breaks, strict=True)]
    for offset, mark in reversed(made):
        html = html[:offset] + mark + html[offset:]
    return html


def _places(text: str, pages: Sequence[Sequence[str]]) -> Iterator[int]:
    """For each page the place in the text where it begins. The first begins where the text does."""
    found: list[int | None] = [0]
    cursor = 0
    for opens in pages[1:]:
        place = _find(text, opens, cursor)
        cursor = cursor if place is None else place
        found.append(place)
    following = len(text)
    for index in range(len(found) - 1, -1, -1):
        following = found[index] = following if (place := found[index]) is None else place
    yield from (place for place in found if place is not None)


def _find(text: str, opens: Sequence[str], start: int) -> int | None:
    """The first place that any of the telling lines has; of short ones that of the first found."""
    telling = [text.find(words, start + 1, start + _WINDOW) for words in opens if len(words) >= _TELLING]
    if any(place >= 0 for place in telling):
        return min(place for place in telling if place >= 0)
    short = (text.find(words, start + 1, start + _WINDOW) for words in opens)
    return next((place for place in short if place >= 0), None)


def _text(html: str) -> tuple[str, list[int]]:
    """The characters of the body without spaces, and where each stands in the HTML; one more for the end."""
    body = html.index(">", html.index("<body")) + 1
    end = html.rindex("</section>") if "</section>" in html else html.rindex("</body>")
    characters: list[str] = []
    offsets: list[int] = []
    for piece in _PIECE.finditer(html, body, end):
        if piece[0].startswith("<"):
            continue
        for character in unescape(piece[0]):
            if character not in _NOT_SHOWN:
                characters.append(character)
                offsets.append(piece.start())
    return "".join(characters), [*offsets, end]


def _mark(one: Break) -> str:
    return f'<span epub:type="pagebreak" role="doc-pagebreak" id="{one.id}" aria-label="{one.label}"></span>'
