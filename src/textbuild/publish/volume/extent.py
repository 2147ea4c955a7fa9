"""How much a book is: printed sheets (印张), characters that its pages hold (版面字数), characters that it has."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from html import unescape

from textbuild.publish.volume.page_size import PageSize

MOST_PAGES = 4000
_LEAF = 4
"""Pages come in fours: a sheet folded once."""
_TAG = re.compile(r"<(script|style|svg|math)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_COUNTED = re.compile(r"[A-Za-z0-9]+(?:[.'’-][A-Za-z0-9]+)*|[^\s\u200b\u2060\ufeff]")


def padded(pages: int) -> int:
    """The pages of the printed book: blank ones fill its last sheet."""
    return math.ceil(pages / _LEAF) * _LEAF


def sheets(pages: int, size: PageSize) -> str:
    """印张: half a paper maker's sheet printed on both sides carries as many pages as its 开数 says."""
    return f"{padded(pages) / size.to_a_sheet:g}"


def thousands(pages: int, size: PageSize) -> str:
    """版面字数 in thousands: characters a line × lines a page × pages."""
    return str(round(size.characters * size.lines * padded(pages) / 1000))


def characters(fragments: Iterable[str]) -> int:
    """Characters in HTML, as word processors count them: a Latin word or a number is one, as is every other sign."""
    return sum(len(_COUNTED.findall(unescape(_TAG.sub(" ", html)))) for html in fragments)
