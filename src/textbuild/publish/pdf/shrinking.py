"""Pictures that just miss a page's foot are drawn smaller, as far as their words can still be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes

from textbuild.publish.pdf.figure_text import LEAST_PT, smallest_pt

MOST_EMPTY = 0.18
"""Of the page, from its upper edge: a smaller space at its foot is left."""
_LEAST = 0.65
_UNKNOWN = 10_000.0
_STEPS = 4


def smaller(figure: Any) -> Iterator[None]:
    """Draws the figure's picture smaller at each step; as before when all have been tried and it still does not fit.

    Nothing is tried where the figure is not one picture, or where its words would become too small.
    """
    pictures = [box for box in figure.descendants() if _is_picture(box)] if figure.element_tag == "figure" else []
    if len(pictures) != 1:
        return
    [picture] = pictures
    before = picture.style["max_height"]
    width, height = _drawn(picture)
    words = smallest_pt(picture.replacement, width) if width else 0
    least = max(_LEAST, LEAST_PT / words if words else 0) if words != 0 else 1
    for step in range(_STEPS) if least < 1 else ():
        picture.style["max_height"] = Dimension(height * (1 - (1 - least) * (step + 1) / _STEPS), "px")
        yield
    picture.style["max_height"] = before


def _is_picture(box: Any) -> bool:
    return isinstance(box, boxes.ReplacedBox) and "tb-formula" not in box.element.get("class", "")


def _drawn(picture: Any) -> tuple[float, float]:
    """Width and height within the limits of the style sheet, in pixels; zeros where they are not known."""
    width, _, ratio = picture.replacement.get_intrinsic_size(1, picture.style["font_size"])
    most_wide, most_high = (_px(picture.style[f"max_{side}"]) for side in ("width", "height"))
    width = min(one for one in (width, most_wide, most_high and ratio and most_high * ratio, _UNKNOWN) if one)
    return (width, width / ratio) if ratio and width < _UNKNOWN else (0, 0)


def _px(length: Any) -> float | None:
    """A computed length; None for one that depends on what is around."""
    return length.value if isinstance(length, Dimension) and length.unit == "px" else None
