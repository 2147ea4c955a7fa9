"""What replaced what, as a drawing: the editions of a standard, all before and all after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from textbuild.link.library import LinkedLibrary
from textbuild.link.registry import Registry
from textbuild.link.verdict import begins
from textbuild.model.standard_number import canonical
from textbuild.publish.portal.layered import Box, plan
from textbuild.publish.portal.verdicts import Built, EditionLink, edition_link

MOST = 24
"""Editions that are drawn; of the others there is only the number."""
NATURES: Mapping[str, str] = MappingProxyType(
    {"mandatory": "强制性", "recommended": "推荐性", "guide": "指导性技术文件"}
)
_COUNTED = 500
"""Editions that are looked for: each page of an endless chain must not walk the whole of it."""
_LONGEST = 28
"""Signs of a number that are shown in a box."""
Extent = Literal["full", "partial"]
Replacements = Mapping[tuple[str, str], Extent]
"""(older, newer) → extent; canonical numbers."""


@dataclass(frozen=True, slots=True)
class Node:
    """One edition in its box."""

    link: EditionLink
    label: str
    """Its number, cut if it is very long."""
    status: str | None
    """None for an edition that the registry does not hold."""
    begin: str | None
    """`2021-01-01 实施`."""
    nature: str | None
    """`推荐性改为强制性`, where what it replaces was of another nature."""
    own: bool
    """It is one of the page's own standard."""
    box: Box


@dataclass(frozen=True, slots=True)
class Replaced:
    """One arrow."""

    older: EditionLink
    newer: EditionLink
    partial: bool
    path: str


@dataclass(frozen=True, slots=True)
class Succession:
    nodes: tuple[Node, ...]
    lines: tuple[Replaced, ...]
    hidden: int
    """How many editions are left out; at least so many, where there are hundreds."""
    width: float
    height: float


def succession(linked: LinkedLibrary, identity: str, built: Built) -> Succession | None:
    """The drawing for the page of a standard; None where nothing replaces anything. Only `built` pages are linked."""
    own = [canonical(entry.edition.edition) for entry in linked.registry.editions_of(identity)]
    found = _around(linked.registry, own)
    shown = sorted(list(found)[:MOST], key=lambda number: _age(linked.registry, number))
    replaced = {pair: extent for pair, extent in _replacements(linked.registry, shown).items() if pair[0] != pair[1]}
    if not replaced:
        return None
    links = {number: edition_link(linked, number, built) for number in shown}
    labels = {number: _cut(link.printed) for number, link in links.items()}
    natures = {number: _nature(linked.registry, number, replaced) for number in shown}
    begun = {number: _begin(linked.registry, number) for number in shown}
    words = (one for told in (labels, natures, begun) for one in told.values() if one)
    width = max(_width(one) for one in words) + 16
    drawn = plan(shown, replaced, width, {number: 90 if natures[number] else 70 for number in shown})
    judge, held = linked.judge, linked.registry.editions
    nodes = (
        Node(
            links[number],
            labels[number],
            judge(number).status.value if number in held else None,
            begun[number],
            natures[number],
            number in own,
            drawn.boxes[number],
        )
        for number in shown
    )
    lines = (
        Replaced(links[older], links[newer], extent == "partial", drawn.paths[older, newer])
        for (older, newer), extent in replaced.items()
    )
    return Succession(tuple(nodes), tuple(lines), len(found) - len(shown), drawn.width, drawn.height)


def _around(registry: Registry, own: Iterable[str]) -> dict[str, None]:
    """These editions, step by step all that they replace, then all that replaced any of these: the nearest first."""
    found = dict.fromkeys(own)
    for following in (_older, _newer):
        queue = list(found)
        for number in queue:
            if len(found) >= _COUNTED:
                break
            new = [one for one in following(registry, number) if one not in found]
            found |= dict.fromkeys(new)
            queue += dict.fromkeys(new)
    return found


def _older(registry: Registry, number: str) -> list[str]:
    entry = registry.editions.get(number)
    return [canonical(one.edition) for one in entry.edition.replacements] if entry else []


def _newer(registry: Registry, number: str) -> list[str]:
    return [one.edition for one in registry.successors(number)]


def _replacements(registry: Registry, shown: Iterable[str]) -> Replacements:
    among = dict.fromkeys(shown)
    return {
        (older, one.edition): one.extent
        for older in among
        for one in registry.successors(older)
        if one.edition in among
    }


def _age(registry: Registry, number: str) -> tuple[str, str]:
    entry = registry.editions.get(number)
    day = (begins(entry) or entry.edition.published) if entry else None
    return str(day or ""), number


def _begin(registry: Registry, number: str) -> str | None:
    entry = registry.editions.get(number)
    if entry is None:
        return None
    if day := entry.edition.effective:
        return f"{day} 实施"
    return f"{entry.edition.published} 发布" if entry.edition.published else "日期未核实"


def _nature(registry: Registry, number: str, replaced: Replacements) -> str | None:
    own = _nature_of(registry, number)
    older = {_nature_of(registry, old) for old, new in replaced if new == number} - {own, None}
    if own is None or not older:
        return None
    return f"{'、'.join(NATURES[one] for one in sorted(filter(None, older)))}改为{NATURES[own]}"


def _nature_of(registry: Registry, number: str) -> str | None:
    entry = registry.editions.get(number)
    return entry.standard.value.nature if entry else None


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"


def _width(label: str) -> int:
    """In pixels, at 14 px and bold: Chinese signs and dashes are as wide as they are high."""
    return sum(8 if sign.isascii() else 14 for sign in label)
