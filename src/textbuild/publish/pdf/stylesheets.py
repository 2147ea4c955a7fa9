"""Style sheets of a book, read once for all the documents that are laid out with them.

WeasyPrint reads them anew for each document, which takes a third of a short one's time. Within `read_once` one of its
names is replaced; the tests compare the result with its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import weasyprint.css as weasy_css
from weasyprint import CSS, HTML

Face = dict[str, Any]
"""An `@font-face` rule, as WeasyPrint reads it."""


@dataclass(slots=True)
class _Faces:
    """Takes the place of a font configuration where the faces are only to be known."""

    found: list[Face] = field(default_factory=list)

    def add_font_face(self, face: Face, _fetcher: object) -> None:
        self.found.append(face)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style sheet, and what it says beside rules."""

    css: CSS
    counters: dict[str, Any]
    faces: tuple[Face, ...]


Sheets = dict[str, Sheet]
"""Address of a style sheet, or its text where it has none → the sheet."""


@contextmanager
def read_once(sheets: Sheets) -> Iterator[None]:
    """Within the block a style sheet that is in `sheets` is not read again; others are put there."""

    def css(*, font_config: Any, counter_style: Any = None, **source: Any) -> CSS:
        if source.get("matcher") is not None:  # an @import becomes a part of the sheet that names it
            return CSS(font_config=font_config, counter_style=counter_style, **source)
        name = source.get("url") or source["string"]
        if name not in sheets:
            sheets[name] = _read(source)
        one = sheets[name]
        counter_style.update(one.counters)
        for face in one.faces:
            font_config.add_font_face(face, source["url_fetcher"])
        return one.css

    weasy_css.CSS = css
    try:
        yield
    finally:
        weasy_css.CSS = CSS


def faces_of(html: HTML) -> list[Face]:
    """Every `@font-face` of a document's style sheets."""
    faces = _Faces()
    sheets = weasy_css.find_stylesheets(
        html.wrapper_element, html.media_type, html.url_fetcher, html.base_url, faces, {}, {}, [], []
    )
    for _ in sheets:
        pass
    return faces.found


def _read(source: dict[str, Any]) -> Sheet:
    """The sheet with rules for pages of its own: WeasyPrint has all sheets of a document share theirs."""
    faces, counters = _Faces(), dict[str, Any]()
    css = CSS(font_config=faces, counter_style=counters, **{**source, "page_rules": [], "layers": []})
    return Sheet(css, counters, tuple(faces.found))
