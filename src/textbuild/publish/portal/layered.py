"""A directed graph in rows: where each box stands and how each arrow runs. Arrows go down; circles do no harm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Arrow = tuple[str, str]
"""From, to."""
_ASIDE = 12
"""Between boxes of one row, in pixels."""
_BELOW = 44
"""Between rows: room for the arrows."""
_BOW = 36
"""How far an arrow that passes a row, or runs up, bends out to the right."""
_MARGIN = 4


@dataclass(frozen=True, slots=True)
class Box:
    """Left upper corner and size, in pixels."""

    x: float
    y: float
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Plan:
    boxes: Mapping[str, Box]
    paths: Mapping[Arrow, str]
    """The `d` of an SVG path for each arrow."""
    width: float
    height: float


def plan(nodes: Sequence[str], arrows: Collection[Arrow], width: int, heights: Mapping[str, int]) -> Plan:
    """Boxes of one width in rows, each below all that lead to it; in a row by what they hang on, else as given."""
    drawn = sorted({(old, new) for old, new in arrows if old != new})
    levels = _levels(nodes, drawn)
    rows = _rows(nodes, drawn, levels)
    widest = max((len(row) for row in rows), default=0) * (width + _ASIDE) - _ASIDE
    boxes, top = {}, _MARGIN
    for row in rows:
        left = _MARGIN + (widest - len(row) * (width + _ASIDE) + _ASIDE) / 2
        height = max(heights[node] for node in row)
        for place, node in enumerate(row):
            boxes[node] = Box(left + place * (width + _ASIDE), top, width, height)
        top += height + _BELOW
    paths = {arrow: _path(*arrow, boxes, levels) for arrow in drawn}
    bow = _BOW if any(levels[new] != levels[old] + 1 for old, new in drawn) else 0
    return Plan(boxes, paths, widest + 2 * _MARGIN + bow, top - _BELOW + _MARGIN)


def _levels(nodes: Sequence[str], arrows: Sequence[Arrow]) -> dict[str, int]:
    """Each node below all before it, and directly above the first after it. A circle begins with its first node."""
    before: dict[str, set[str]] = defaultdict(set)
    for old, new in arrows:
        before[new].add(old)
    levels: dict[str, int] = {}
    waiting = dict.fromkeys(nodes)
    while waiting:
        free = [node for node in waiting if not before[node] & waiting.keys()] or [next(iter(waiting))]
        for node in free:
            levels[node] = 1 + max((levels[old] for old in before[node] if old in levels), default=-1)
            del waiting[node]
    for node in sorted(nodes, key=lambda one: -levels[one]):
        after = [levels[new] for old, new in arrows if old == node and levels[new] > levels[node]]
        if after:
            levels[node] = min(after) - 1
    return levels


def _rows(nodes: Sequence[str], arrows: Sequence[Arrow], levels: Mapping[str, int]) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(max(levels.values(), default=-1) + 1)]
    for node in nodes:
        rows[levels[node]].append(node)
    place = {node: index - (len(row) - 1) / 2 for row in rows for index, node in enumerate(row)}
    for row in [*rows[1:], *reversed(rows[:-1]), *rows[1:]]:
        beside = {node: _beside(node, arrows, place) for node in row}
        row.sort(key=lambda node: beside[node])
        place |= {node: index - (len(row) - 1) / 2 for index, node in enumerate(row)}
    return rows


def _beside(node: str, arrows: Sequence[Arrow], place: Mapping[str, float]) -> float:
    """The middle of what it hangs together with; its own place where that is nothing."""
    near = [place[old if new == node else new] for old, new in arrows if node in (old, new)]
    return sum(near) / len(near) if near else place[node]


def _path(old: str, new: str, boxes: Mapping[str, Box], levels: Mapping[str, int]) -> str:
    start, end = boxes[old], boxes[new]
    if levels[new] == levels[old] + 1:
        x1, y1, x2, y2 = start.x + start.width / 2, start.y + start.height, end.x + end.width / 2, end.y
        middle = (y1 + y2) / 2
        return f"M{x1:g} {y1:g}C{x1:g} {middle:g} {x2:g} {middle:g} {x2:g} {y2:g}"
    x1, y1, x2, y2 = start.x + start.width, start.y + start.height / 2, end.x + end.width, end.y + end.height / 2
    out = max(x1, x2) + _BOW
    return f"M{x1:g} {y1:g}C{out:g} {y1:g} {out:g} {y2:g} {x2:g} {y2:g}"
