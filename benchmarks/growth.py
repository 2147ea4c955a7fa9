"""How seconds grow with size: the exponent, and a plot on two logarithmic scales as a small SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

_WIDTH, _HEIGHT, _MARGIN = 640, 400, 60
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")


@dataclass(frozen=True, slots=True)
class Curve:
    name: str
    points: list[tuple[int, float]] = field(default_factory=list)
    """(size, seconds)."""

    @property
    def exponent(self) -> float:
        """Of the power of the size with which the seconds grow, by least squares: 1 is linear."""
        logs = [(math.log(size), math.log(max(seconds, 1e-6))) for size, seconds in self.points]
        middle_x, middle_y = (sum(one[i] for one in logs) / len(logs) for i in (0, 1))
        spread = sum((x - middle_x) ** 2 for x, _ in logs)
        return sum((x - middle_x) * (y - middle_y) for x, y in logs) / spread if spread else math.nan


def plot(curves: Sequence[Curve]) -> str:
    """The curves with their exponents; a grey line shows linear growth."""
    sizes = [size for curve in curves for size, _ in curve.points]
    seconds = [max(second, 1e-3) for curve in curves for _, second in curve.points]
    across = _Scale(sizes, _MARGIN, _WIDTH - _MARGIN)
    up = _Scale(seconds, _HEIGHT - _MARGIN, _MARGIN)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>',
        *(_tick(across.at(size), _HEIGHT - _MARGIN + 18, f"{size:,}", "middle") for size in sorted(set(sizes))),
        *(_tick(_MARGIN - 8, up.at(10.0**n), f"{10.0**n:g} s", "end") for n in range(up.first, up.last + 1)),
        _line(
            [(min(sizes), min(seconds)), (max(sizes), min(seconds) * max(sizes) / min(sizes))], across, up, "#bbb", "4"
        ),
    ]
    for colour, (index, curve) in zip(_COLOURS, enumerate(curves), strict=False):
        parts.append(_line(curve.points, across, up, colour))
        label = f"{curve.name}: n^{curve.exponent:.2f}"
        parts.append(
            f'<text x="{_MARGIN + 12}" y="{_MARGIN + 18 * index}" font-size="12" fill="{colour}">{label}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


class _Scale:
    """A logarithmic scale that begins and ends at powers of ten."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self.first, self.last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        self._start, self._step = start, (end - start) / max(self.last - self.first, 1)

    def at(self, value: float) -> float:
        return round(self._start + (math.log10(max(value, 1e-9)) - self.first) * self._step, 1)


def _tick(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" font-size="12" fill="#333">{text}</text>'


def _line(points: Sequence[tuple[int, float]], across: _Scale, up: _Scale, colour: str, dashes: str = "none") -> str:
    places = " ".join(f"{across.at(size)},{up.at(seconds)}" for size, seconds in points)
    return f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>'
