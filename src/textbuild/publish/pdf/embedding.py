"""Fonts of a book that is laid out in parts: the parts tell which glyphs they use, the whole embeds them once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from html import escape
from typing import Any

import pydyf  # type: ignore[import-untyped]  # it has no types
import weasyprint.pdf as weasy_pdf
import weasyprint.pdf.fonts as weasy_fonts


@dataclass(slots=True)
class Glyphs:
    """What a document uses of one font. Keys are glyph numbers of the font file."""

    family: str
    weight: int
    style: int
    """0 upright, 1 oblique, 2 italic, as Pango counts."""
    widths: dict[int, float] = field(default_factory=dict)
    text: dict[int, str] = field(default_factory=dict)
    missing: dict[int, int] = field(default_factory=dict)
    """Code point that the font lacks → the glyph number that stands for it."""

    def add(self, other: Glyphs) -> None:
        self.widths |= other.widths
        self.text |= other.text
        self.missing |= other.missing


FontUse = dict[str, Glyphs]
"""WeasyPrint's hash of the font, which is its name in the file → what is used of it."""


@contextmanager
def told_not_embedded() -> Iterator[FontUse]:
    """Within the block files get no fonts but their names; the value tells at its end what they would need."""
    use: FontUse = {}

    def build(pdf: Any, fonts: dict[Any, Any], *_: Any) -> Any:
        names = pydyf.Dictionary()
        for font in fonts.values():
            own = use.setdefault(font.hash, Glyphs(font.family, font.weight, font.style))
            own.add(Glyphs("", 0, 0, font.widths, font.to_unicode, font.missing))
            empty = pydyf.Dictionary({"Type": "/Font", "BaseFont": font.name})
            pdf.add_object(empty)
            names[font.hash] = empty.reference
        return names

    content = weasy_fonts.get_hb_object_data
    weasy_fonts.get_hb_object_data = lambda *_: b""  # the whole file of each font, which nobody reads here
    try:
        with _builder(build):
            yield use
    finally:
        weasy_fonts.get_hb_object_data = content


@contextmanager
def embedded_whole(use: FontUse) -> Iterator[None]:
    """Within the block each font of a file holds, beside what the document uses, all that `use` tells of it."""
    original = weasy_pdf.build_fonts_dictionary

    def build(pdf: Any, fonts: dict[Any, Any], *options: Any) -> Any:
        for font in fonts.values():
            if font.hash in use:
                own = use[font.hash]
                font.widths = dict(sorted({**font.widths, **own.widths}.items()))
                font.to_unicode = dict(sorted({**font.to_unicode, **own.text}.items()))
                font.missing.update(own.missing)
        return original(pdf, fonts, *options)

    with _builder(build):
        yield


def specimen(use: FontUse) -> str:
    """HTML with one sign of every font."""
    return "".join(
        f"<span style=\"font-family: '{escape(one.family)}'; font-weight: {one.weight}; "
        f'font-style: {("normal", "oblique", "italic")[one.style]}">{escape(_sign(one))}</span>'
        for _, one in sorted(use.items())
    )


def merged(uses: Iterable[FontUse]) -> FontUse:
    whole: FontUse = {}
    for use in uses:
        for name, glyphs in use.items():
            whole.setdefault(name, Glyphs(glyphs.family, glyphs.weight, glyphs.style)).add(glyphs)
    return whole


def to_json(use: FontUse) -> Any:
    return {name: asdict(glyphs) for name, glyphs in use.items()}


def from_json(data: Any) -> FontUse:
    return {name: Glyphs(**{key: _numbered(value) for key, value in one.items()}) for name, one in data.items()}


def _numbered(value: Any) -> Any:
    return {int(key): one for key, one in value.items()} if isinstance(value, dict) else value


def _sign(glyphs: Glyphs) -> str:
    return next(
        (text for text in glyphs.text.values() if len(text) == 1 and text.isprintable() and not text.isspace()), "0"
    )


@contextmanager
def _builder(build: Any) -> Iterator[None]:
    before = weasy_pdf.build_fonts_dictionary
    weasy_pdf.build_fonts_dictionary = build
    try:
        yield
    finally:
        weasy_pdf.build_fonts_dictionary = before
