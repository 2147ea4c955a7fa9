"""The floor of a virtual workshop as SVG: stations on a grid, the way of the workpiece, a sign for each machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise
from types import MappingProxyType

from textbuild.model.workshop import Layout, Place

CELL = 120
"""Width and height of a place. Three fit beside each other on a telephone."""
_ICON = (36, 18)
"""Where the drawing of a machine, 48 wide and 36 high, begins in its place."""
_IN_A_LINE = 8
_SHOWN = 1.5
"""Times as large on a wide screen."""

MACHINES: Mapping[str, str] = MappingProxyType(
    {
        "bench": "M2 14H46M6 14V34M42 14V34M6 24H42M14 14V8H26V14",
        "robot": "M14 34H34M19 34V28H29V34M24 28L16 14L34 6M34 6L42 12M42 12L38 16M42 12L46 17"
        "M13.5 14a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M31.5 6a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
        "cnc": "M2 4H46V34H2ZM7 9H30V27H7ZM18 9V16H21V9M12 22H26M35 9H42V15H35ZM36 20H37M40 20H41M36 25H37M40 25H41",
        "washer": "M4 4H44V34H4ZM10 9V12M18 9V12M26 9V12M34 9V12M10 16L8 21M18 16L16 21M26 16L24 21M34 16L32 21M8 28"
        "q4-4 8 0t8 0t8 0t8 0",
        "camera": "M10 34H38M24 34V26M12 8H36V22H12ZM20 22V26H28V22M19 15a5 5 0 1 0 10 0a5 5 0 1 0-10 0"
        "M38 12L45 8V22L38 18",
        "press": "M6 34H42M10 34V2H38V34M20 2V12H28V2M16 12H32V17H16ZM14 28H34V34",
        "tester": "M4 6H44V32H4ZM9 11H27V24H9ZM12 22q6-12 12 0M18 22L22 15M33 12H38M33 18H38"
        "M35.5 27a.5.5 0 1 0 .1 0M14 28H22",
        "store": "M4 2V34M44 2V34M4 12H44M4 23H44M4 33H44M8 5H16V12M20 16H30V23M33 5H40V12M9 26H19V33M26 27H38V33",
        "vehicle": "M2 26V19L10 17L16 8H33L41 17L46 19V26H40M30 26H17M7 26H2M24 8V17M10 17H41M7.5 27a4.5 4.5 0 1 0 9 0"
        "a4.5 4.5 0 1 0-9 0M31 27a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0",
        "person": "M19 7a5 5 0 1 0 10 0a5 5 0 1 0-10 0M14 34V20Q14 14 24 14Q34 14 34 20V34M19 22V34M29 22V34",
    }
)
"""Kind of machine → the path that draws it."""


def floor(layout: Layout, name: str) -> str:
    """The drawing; `name` is what it is called for those who do not see it."""
    columns = max(one.at[0] for one in layout.stations)
    rows = max(one.at[1] for one in layout.stations)
    width, height = columns * CELL, rows * CELL
    parts = "".join((*_conveyor(layout), *(_station(n, one) for n, one in enumerate(layout.stations, 1))))
    return (
        f'<svg class="tb-floor" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width * _SHOWN:g}" height="{height * _SHOWN:g}" role="img" aria-label="{escape(name)}" '
        f'font-size="13" text-anchor="middle">{parts}</svg>'
    )


def centre(place: Place) -> tuple[float, float]:
    """The middle of a place in the drawing."""
    return (place.at[0] - 0.5) * CELL, (place.at[1] - 0.5) * CELL


def _conveyor(layout: Layout) -> Iterator[str]:
    """A belt from station to station, first across and then down, with an arrow in the middle of each piece."""
    by_id = {one.id: one for one in layout.stations}
    way = [centre(by_id[id_]) for id_ in layout.conveyor if id_ in by_id]
    for (x1, y1), (x2, y2) in pairwise(way):
        yield (
            f'<path class="tb-floor-belt" d="M{x1:g} {y1:g}H{x2:g}V{y2:g}" fill="none" stroke="#c3ccd4" '
            f'stroke-width="12" stroke-linejoin="round" stroke-linecap="round"/>'
        )
        arrow = _arrow(x1, y1, x2, y2)
        yield f'<path class="tb-floor-arrow" d="{arrow}" fill="none" stroke="#44525e" stroke-width="2"/>'


def _arrow(x1: float, y1: float, x2: float, y2: float) -> str:
    """In the gap between two places, on the longer piece of the way."""
    if abs(x2 - x1) >= abs(y2 - y1):
        x, y, step = (x1 + x2) / 2, y1, 4 if x2 > x1 else -4
        return f"M{x - step:g} {y - 4:g}L{x + step:g} {y:g}L{x - step:g} {y + 4:g}"
    x, y, step = x2, (y1 + y2) / 2, 4 if y2 > y1 else -4
    return f"M{x - 4:g} {y - step:g}L{x:g} {y + step:g}L{x + 4:g} {y - step:g}"


def _station(number: int, place: Place) -> str:
    left, top = (place.at[0] - 1) * CELL, (place.at[1] - 1) * CELL
    lines = [place.name[i : i + _IN_A_LINE] for i in range(0, min(len(place.name), 2 * _IN_A_LINE), _IN_A_LINE)]
    first = 74 if len(lines) == 1 else 66
    words = "".join(
        f'<text x="{CELL / 2:g}" y="{first + 14 * i}" fill="#16222c">{escape(line)}</text>'
        for i, line in enumerate(lines)
    )
    return (
        f'<g class="tb-floor-station" data-station="{escape(place.id)}" transform="translate({left} {top})">'
        f'<rect class="tb-floor-place" x="12" y="8" width="96" height="92" rx="8" fill="#ffffff" stroke="#44525e" '
        f'stroke-width="1.5"/>'
        f'<path class="tb-floor-machine" d="{MACHINES[place.machine]}" transform="translate({_ICON[0]} {_ICON[1]})" '
        f'fill="none" stroke="#16222c" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round"/>'
        f'<text class="tb-floor-number" x="22" y="24" font-size="11" fill="#44525e">{number}</text>{words}</g>'
    )
