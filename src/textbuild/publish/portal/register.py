"""The list of all standards of the registry: one row a standard, with or without a page of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from textbuild.link.library import LinkedLibrary
from textbuild.link.registry import Registry
from textbuild.link.resolve import Judge
from textbuild.link.verdict import Verdict
from textbuild.model.standard import Standard
from textbuild.model.standard_number import canonical, printed
from textbuild.publish.layout import register_anchor, standard_page
from textbuild.publish.portal.citing import Place
from textbuild.publish.portal.standards import newest_first, rank
from textbuild.publish.portal.verdicts import Built

_PIECE = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Row:
    """One standard with the edition that counts on the day; failing that the newest."""

    printed: str
    title: str
    page: str | None
    """None where it has no page."""
    anchor: str
    """Its id in the list."""
    edition: str
    """What tells the edition from others of the standard: its year; the whole number where that is another one."""
    status: str
    sectors: tuple[str, ...]
    cited: int
    """How many modules of textbooks cite it."""


def register(linked: LinkedLibrary, places: Mapping[str, tuple[Place, ...]], built: Built) -> list[Row]:
    """All standards by number. `places`: identity → what cites it; `built`: those that have a page."""
    identities = sorted(linked.registry.standards, key=_by_number)
    judge = linked.judge
    return [
        _row(
            identity,
            linked.registry.standards[identity].value,
            _main_verdict(linked.registry, identity, judge),
            len({place.module.path for place in places.get(identity, ()) if not place.book.exempt}),
            standard_page(identity) if identity in built else None,
        )
        for identity in identities
    ]


def _row(identity: str, standard: Standard, verdict: Verdict | None, cited: int, page: str | None) -> Row:
    return Row(
        printed(identity),
        standard.title or "",
        page,
        register_anchor(identity),
        _edition_of(identity, verdict.edition) if verdict else "",
        verdict.status.value if verdict else "unverified",
        standard.sectors,
        cited,
    )


def _main_verdict(registry: Registry, identity: str, judge: Judge) -> Verdict | None:
    """None for a standard whose editions are all written in another record that comes first."""
    entries = newest_first(registry.editions_of(identity))
    verdicts = (judge(canonical(entry.edition.edition)) for entry in entries)
    return min(verdicts, key=lambda verdict: rank(verdict.status), default=None)


def _edition_of(identity: str, edition: str) -> str:
    standard, number = printed(identity), printed(edition)
    return number.removeprefix(standard).strip("—-:") if number.startswith(standard) else number


def _by_number(identity: str) -> tuple[tuple[int, str], ...]:
    """Numbers by their value: `GB/T 999` before `GB/T 20234.1`."""
    return tuple((int(piece), "") if piece.isdecimal() else (-1, piece) for piece in _PIECE.split(identity))
