"""What is drawn on a cover: one motif a sector, varied by the book's own numbers."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

WIDTH, HEIGHT, TOP = 240, 312, 150
"""The cover, and where the motif begins: the title stands above."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A path of the drawing. `width` 0: it is filled."""

    path: str
    width: float
    opacity: float


class Dice:
    """Numbers that look like chance and are the same for the same words."""

    def __init__(self, seed: str) -> None:
        self._seed, self._thrown = seed, 0

    def between(self, low: float, high: float) -> float:
        self._thrown += 1
        digest = hashlib.sha256(f"{self._seed}\0{self._thrown}".encode()).digest()
        return low + (high - low) * int.from_bytes(digest[:4], "big") / 0xFFFFFFFF

    def whole(self, low: int, high: int) -> int:
        """Both ends may come."""
        return min(high, int(self.between(low, high + 1)))


Motif = Callable[[Dice], Iterator[Stroke]]


def battery(dice: Dice) -> Iterator[Stroke]:
    """A pack of cells seen from above, joined in series by busbars; each charged as far as chance has it."""
    columns, rows, step = 5, 3, 44.0
    left, top = 32.0, TOP + 26.0
    charged = dice.whole(4, 11)
    for index in range(columns * rows):
        x, y = left + step * (index % columns), top + step * (index // columns)
        yield Stroke(_circle(x, y, 17), 2, 0.9)
        yield Stroke(_circle(x, y, 12), 0, 0.55 if index < charged else 0.12)
        yield Stroke(_circle(x, y, 4), 0, 0.95)
    way = [
        (left + step * (c if r % 2 == 0 else columns - 1 - c), top + step * r)
        for r in range(rows)
        for c in range(columns)
    ]
    begin = dice.whole(0, 4)
    yield Stroke(_line(way[begin : begin + dice.whole(7, 10)]), 5, 0.8)


def rail(dice: Dice) -> Iterator[Stroke]:
    """A track that runs to the horizon, with its contact wire."""
    far_x, far_y = dice.between(70, 170), TOP + 4.0
    bend = dice.between(-70, 70)

    def on(side: float, t: float) -> Point:
        """From near (0) to far (1)."""
        middle = 120 + (far_x - 120) * t + bend * t * (1 - t)
        return middle + side * (92 * (1 - t) + 2 * t), HEIGHT + 10 - (HEIGHT + 10 - far_y) * t

    ties = dice.whole(14, 20)
    for index in range(ties):
        t = 1 - 1 / (1 + 0.2 * index)  # even on the ground, ever closer to the eye
        yield Stroke(_line([on(-1.25, t), on(1.25, t)]), max(0.8, 10 * (1 - t) ** 1.4), 0.4)
    steps = [index / 24 for index in range(25)]
    for side in (-1, 1):
        yield Stroke(_line([on(side, t) for t in steps]), 4, 0.95)
    mast = -1 if dice.between(0, 1) < 0.5 else 1
    for t in (0.3, 0.55, 0.72, 0.84):
        x, y = on(mast * 1.7, t)
        height = 190 * (1 - t)
        yield Stroke(_line([(x, y), (x, y - height), (x - mast * height * 0.35, y - height)]), 2.2 * (1.2 - t), 0.7)
    yield Stroke(f"M0 {far_y:.1f}H{WIDTH}", 1, 0.5)


def wing(dice: Dice) -> Iterator[Stroke]:
    """The section of a wing with its spars, in a stream of air."""
    camber, thick, tilt = dice.between(0.02, 0.06), dice.between(0.11, 0.18), math.radians(dice.between(4, 13))
    chord, nose_x, nose_y = 184.0, 26.0, TOP + 66.0

    def at(x: float, side: float) -> Point:
        """On the section, `x` from nose 0 to tail 1, side 1 above, 0 on the mean line (NACA four digits)."""
        half = 5 * thick * (0.2969 * math.sqrt(x) - 0.126 * x - 0.3516 * x**2 + 0.2843 * x**3 - 0.1036 * x**4)
        line = camber / 0.16 * (0.8 * x - x * x) if x < 0.4 else camber / 0.36 * (0.2 + 0.8 * x - x * x)
        u, v = x * chord, (line + side * half) * chord
        return nose_x + u * math.cos(tilt) + v * math.sin(tilt), nose_y + u * math.sin(tilt) - v * math.cos(tilt)

    steps = [(1 - math.cos(math.pi * index / 24)) / 2 for index in range(25)]
    section = [*(at(x, 1) for x in steps), *(at(x, -1) for x in reversed(steps))]
    yield Stroke(_line(section) + "Z", 0, 0.3)
    yield Stroke(_line(section) + "Z", 3, 0.95)
    for x in (dice.between(0.15, 0.25), dice.between(0.35, 0.5), dice.between(0.6, 0.7)):
        yield Stroke(_line([at(x, 1), at(x, -1)]), 2.5, 0.8)
    for index in range(4):
        for side in (1, -1):
            swell = (26 if side > 0 else 12) * 0.72**index
            way = [
                (x * WIDTH, nose_y + 14 * x - side * (20 + 17 * index) - side * swell * math.sin(math.pi * x) ** 2)
                for x in steps[::2]
            ]
            yield Stroke(_smooth(way), 1.5, 0.6 - 0.12 * index)


def robot(dice: Dice) -> Iterator[Stroke]:
    """An arm of three links on its base, and the circles that it reaches."""
    base: Point = (dice.between(60, 110), HEIGHT - 18.0)
    angles = (dice.between(95, 130), dice.between(15, 55), dice.between(-60, -20))
    joints = [base]
    for length, angle in zip((72.0, 68.0, 40.0), angles, strict=True):
        x, y = joints[-1]
        joints.append((x + length * math.cos(math.radians(angle)), y - length * math.sin(math.radians(angle))))
    for radius in (60, 100, 140, 180):
        yield Stroke(_circle(*base, radius), 1, 0.28)
    yield Stroke(f"M{base[0] - 34:.1f} {HEIGHT - 6}h68", 9, 0.9)
    yield Stroke(_line(joints[:2]), 17, 0.55)
    yield Stroke(_line(joints[1:3]), 13, 0.65)
    yield Stroke(_line(joints[2:]), 8, 0.75)
    for (x, y), radius in zip(joints, (13, 11, 9, 0), strict=True):
        yield Stroke(_circle(x, y, radius), 3, 0.95)
        yield Stroke(_circle(x, y, radius / 3), 0, 0.95)
    x, y = joints[-1]
    yield Stroke(f"M{x:.1f} {y:.1f}v11M{x - 9:.1f} {y + 11:.1f}h18v9M{x - 9:.1f} {y + 11:.1f}v9", 3, 0.95)


def furrows(dice: Dice) -> Iterator[Stroke]:
    """A field in rows under the sun."""
    horizon, far = TOP + dice.between(44, 62), dice.between(60, 180)
    sun_x = WIDTH - far + dice.between(-14, 14)
    yield Stroke(_circle(sun_x, horizon - 20, 15), 0, 0.85)
    yield Stroke(_circle(sun_x, horizon - 20, 22), 1.5, 0.5)
    yield Stroke(f"M0 {horizon:.1f}Q{far:.1f} {horizon - 18:.1f} {WIDTH} {horizon:.1f}V{HEIGHT}H0Z", 0, 0.16)
    rows, sway = dice.whole(9, 13), dice.between(-40, 40)
    for index in range(rows + 1):
        near = -140 + (WIDTH + 280) * index / rows
        end = far + (near - far) * 0.13
        bend = f"{(near + end) / 2 + sway:.1f} {(HEIGHT + horizon) / 2 - 20:.1f}"
        yield Stroke(f"M{near:.1f} {HEIGHT}Q{bend} {end:.1f} {horizon - 6:.1f}", 3.5, 0.85 if index % 2 else 0.4)


def circuit(dice: Dice) -> Iterator[Stroke]:
    """A chip and the tracks that lead from its pins."""
    x, y, half = dice.between(96, 144), TOP + dice.between(70, 92), 27.0
    yield Stroke(f"M{x - half:.1f} {y - half:.1f}h{2 * half}v{2 * half}h{-2 * half}Z", 3, 0.95)
    yield Stroke(f"M{x - 15:.1f} {y - 15:.1f}h30v30h-30Z", 0, 0.45)
    for index in range(5):
        offset = (index - 2) * 11
        for side in (-1, 1):
            out, climb = dice.between(14, 34), dice.between(-26, 26) + offset
            end = dice.between(20, 46)
            pin = (x + side * half, y + offset)
            knee = (pin[0] + side * out, pin[1])
            turn = (knee[0] + side * abs(climb), knee[1] + climb)
            yield from _track([pin, knee, turn, (turn[0] + side * end, turn[1])])
            up = (x + offset, y + side * half)
            bend = (up[0], up[1] + side * out * 0.6)
            slant = (bend[0] + climb * 0.7, bend[1] + side * abs(climb) * 0.7)
            yield from _track([up, bend, slant, (slant[0], slant[1] + side * end * 0.4)])


def pages(dice: Dice) -> Iterator[Stroke]:
    """An open book, for what belongs to no sector."""
    lines = dice.whole(4, 6)
    for side in (-1, 1):
        edge = 120 + side * 86
        yield Stroke(
            f"M120 {TOP + 30}Q{120 + side * 44} {TOP + 8} {edge} {TOP + 24}V{HEIGHT - 34}"
            f"Q{120 + side * 44} {HEIGHT - 50} 120 {HEIGHT - 28}Z", 3, 0.95,
        )  # fmt: skip
        for index in range(lines):
            y = TOP + 46 + 78 * index / lines
            inner, outer = 120 + side * 12, edge - side * dice.between(12, 34)
            yield Stroke(f"M{inner} {y:.1f}Q{120 + side * 46} {y - 16:.1f} {outer:.1f} {y - 6:.1f}", 4, 0.5)


MOTIFS = MappingProxyType(
    {
        "new-energy-vehicles": battery,
        "rail-equipment": rail,
        "aerospace": wing,
        "cnc-machines-and-robots": robot,
        "agricultural-machinery": furrows,
        "next-generation-it": circuit,
    }
)
"""By the sector's id. Books of any other sector have `pages`."""


def _track(points: list[Point]) -> Iterator[Stroke]:
    yield Stroke(_line(points), 2.2, 0.75)
    yield Stroke(_circle(*points[-1], 3.6), 0, 0.95)


def _line(points: list[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _smooth(points: list[Point]) -> str:
    """A curve through the middles of the sides of a polygon."""
    (x, y), *rest = points
    path = f"M{x:.1f} {y:.1f}"
    for (ax, ay), (bx, by) in zip(rest, [*rest[1:], rest[-1]], strict=True):
        path += f"Q{ax:.1f} {ay:.1f} {(ax + bx) / 2:.1f} {(ay + by) / 2:.1f}"
    return path


def _circle(x: float, y: float, radius: float) -> str:
    arc = f"a{radius:.1f} {radius:.1f} 0 1 0"
    return f"M{x - radius:.1f} {y:.1f}{arc} {2 * radius:.1f} 0{arc} {-2 * radius:.1f} 0"
