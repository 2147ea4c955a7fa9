"""Editions replace each other in a circle.

What it finds: an edition that, from replacement to replacement, replaces itself.

Why it matters: no edition of such a circle can be called the one in force.

What to do: look up which edition is the newer one and delete the wrong entry of `replaces`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.registry import Registry
from textbuild.model.standard_number import canonical, printed

RULE = Rule("TB103", "replacement-cycle", Severity.ERROR, msg("editions that replace each other in a circle"))


def check(registry: Registry, day: date, max_check_age: int) -> Iterator[Diagnostic]:
    """One finding a circle, at the circle's first edition in the registry's order."""
    replaced = {
        number: tuple(canonical(one.edition) for one in entry.edition.replacements)
        for number, entry in registry.editions.items()
    }
    told: set[str] = set()
    for number, entry in registry.editions.items():
        circle = None if number in told else _circle(number, replaced)
        if circle is None:
            continue
        told.update(circle)
        index = replaced[number].index(circle[1])
        message = msg("these editions replace each other: {circle}", circle=" → ".join(map(printed, circle)))
        help_ = msg("delete the entry of `replaces` that is wrong")
        yield Diagnostic(RULE, entry.at("replaces", index), message, help_)


def _circle(start: str, replaced: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """The shortest way from an edition back to itself, both ends included; None if there is none."""
    came_from: dict[str, str] = {}
    level = [start]
    while level:
        following: list[str] = []
        for newer in level:
            for older in replaced.get(newer, ()):
                if older == start:
                    return (*_way(start, newer, came_from), start)
                if older not in came_from:
                    came_from[older] = newer
                    following.append(older)
        level = following
    return None


def _way(start: str, end: str, came_from: Mapping[str, str]) -> tuple[str, ...]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))
