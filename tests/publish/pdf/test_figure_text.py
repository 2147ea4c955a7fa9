"""How large the words of a drawing are on paper."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from weasyprint.images import SVGImage

from textbuild.publish.pdf.figure_text import smallest_pt


def smallest(inner: str, width: float = 100) -> float | None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{inner}</svg>'
    return smallest_pt(SVGImage(ElementTree.fromstring(svg), "book:/", None, None), width)


@pytest.mark.parametrize(
    ("inner", "size"),
    [
        ('<text font-size="12">字</text>', 9),
        ('<g font-size="12"><text>字</text><text font-size="8px">小</text></g>', 6),
        ('<style>.s { font-size: 8px }</style><text class="s">字</text>', 6),
        ('<text style="font: bold 8px Arial">字</text>', 6),
        ('<g transform="scale(0.5)"><text font-size="16">字</text></g>', 6),
        ('<text font-size="12"> <tspan font-size="50%">字</tspan></text>', 9),
        ('<defs><text font-size="1">字</text></defs><text font-size="12">字</text>', 9),
        ('<path d="M0 0"/>', None),
    ],
)
def test_the_smallest_words_count_as_they_are_drawn(inner: str, size: float | None) -> None:
    assert smallest(inner) == (None if size is None else pytest.approx(size))


def test_a_wider_picture_has_larger_words() -> None:
    assert smallest('<text font-size="12">字</text>', 200) == pytest.approx(18)
