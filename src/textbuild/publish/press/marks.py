"""What the instructions of a file put on paper: inks, black letters, pictures and their resolution."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Matrix, Name, PdfImage

from textbuild.publish.press.inks import Inks

_TEXT = frozenset(("Tj", "TJ", "'", '"'))
_BLACK: Inks = (0, 0, 0, 1)
_DEEPEST = 8
_NEARLY = 0.95
"""Of black ink: what has this much and other inks besides is black letters that were mixed."""


@dataclass(slots=True)
class Marks:
    other_spaces: set[str] = field(default_factory=set)
    """Operators and spaces of colours that are no ink."""
    black_runs: int = 0
    coloured_runs: int = 0
    mixed_runs: int = 0
    most_ink: float = 0.0
    least_ppi: float | None = None


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix
    fill: Inks = _BLACK


def read_marks(pdf: pikepdf.Pdf) -> Marks:
    """Walks every page with the forms that it draws."""
    marks, seen = Marks(), set[tuple[int, int]]()
    for page in pdf.pages:
        _walk(page.obj, page.obj.get("/Resources"), _State(Matrix()), marks, seen, 0)
    return marks


def _walk(content: Any, resources: Any, state: _State, marks: Marks, seen: set[tuple[int, int]], depth: int) -> None:
    stack: list[_State] = []
    for instruction in pikepdf.parse_content_stream(content):
        operands, name = instruction.operands, str(instruction.operator)
        if name == "q":
            stack.append(state)
        elif name == "Q" and stack:
            state = stack.pop()
        elif name == "cm":
            state = _State(Matrix(*map(float, operands)) @ state.matrix, state.fill)
        elif name in ("k", "K"):
            inks = _inks(operands)
            marks.most_ink = max(marks.most_ink, sum(inks))
            state = _State(state.matrix, inks) if name == "k" else state
        elif name in ("g", "G"):
            state = _State(state.matrix, (0, 0, 0, 1 - float(operands[0]))) if name == "g" else state
        elif name in ("rg", "RG"):
            marks.other_spaces.add(name)
        elif name in _TEXT:
            _count_text(state.fill, marks)
        elif name == "Do" and resources is not None:
            drawn = resources.XObject[str(operands[0])]
            _draw(drawn, resources, state, marks, seen, depth)


def _draw(drawn: Any, resources: Any, state: _State, marks: Marks, seen: set[tuple[int, int]], depth: int) -> None:
    if drawn.get("/Subtype") == Name.Image:
        _measure(drawn, state.matrix, marks, drawn.objgen in seen)
        seen.add(drawn.objgen)
    elif depth < _DEEPEST:
        own = Matrix(*map(float, drawn.get("/Matrix", (1, 0, 0, 1, 0, 0))))
        _walk(drawn, drawn.get("/Resources", resources), _State(own @ state.matrix, state.fill), marks, seen, depth + 1)


def _inks(operands: Any) -> Inks:
    cyan, magenta, yellow, black = map(float, operands)
    return cyan, magenta, yellow, black


def _count_text(fill: Inks, marks: Marks) -> None:
    if not any(fill[:3]):
        marks.black_runs += 1
    elif fill[3] >= _NEARLY:
        marks.mixed_runs += 1
    else:
        marks.coloured_runs += 1


def _measure(image: Any, matrix: Matrix, marks: Marks, known: bool) -> None:
    """Resolution on paper of a picture, which fills the unit square of its matrix; its ink where it is in four."""
    width = (matrix.a**2 + matrix.b**2) ** 0.5
    height = (matrix.c**2 + matrix.d**2) ** 0.5
    if width and height:
        ppi = 72 * min(int(image.Width) / width, int(image.Height) / height)
        marks.least_ppi = ppi if marks.least_ppi is None else min(marks.least_ppi, ppi)
    if not known and image.get("/ColorSpace") == Name.DeviceCMYK:
        content = PdfImage(image).as_pil_image().tobytes()
        pixels = zip(*(content[channel::4] for channel in range(4)), strict=True)
        marks.most_ink = max(marks.most_ink, max(map(sum, pixels), default=0) / 255)
