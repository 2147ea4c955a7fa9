"""The status of an edition on a day (contract section 3): what we do not know is never shown as current."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from textbuild.diagnostics import Message, msg
from textbuild.link.evidence import doubtful_from, doubts, is_international, readings
from textbuild.link.registry import EditionEntry, Registry, Succession
from textbuild.model.dates import PartialDate
from textbuild.model.standard import Check, Edition


class Status(StrEnum):
    """What an edition is worth on a day."""

    CURRENT = "current"
    UPCOMING = "upcoming"
    ANNOUNCED = "announced"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Ending:
    """The first day on which an edition will be in force no longer, and what replaces it then."""

    day: date
    successors: tuple[str, ...]
    """None: it is withdrawn without a successor."""


class Verdict(NamedTuple):
    """An edition's status on a day, and why."""

    edition: str
    status: Status
    since: PartialDate | None = None
    """The day it got this status, where that is known."""
    successors: tuple[str, ...] = ()
    """The editions that have replaced it by the day."""
    chain: tuple[str, ...] = ()
    """From this edition, successor by successor, to the last that is in force."""
    cycle: bool = False
    """The records say that editions replace each other in a circle."""
    notes: tuple[Message, ...] = ()
    ending: Ending | None = None
    """What is known on the day of how it will end: pages are read after that day too."""
    doubtful_from: date | None = None
    """For a current edition the day from which its checks are too old to prove that."""


def verdict(registry: Registry, edition: str, day: date, max_check_age: int = 365) -> Verdict:
    """The verdict on the edition with this canonical number on `day`.

    `max_check_age` is the number of days after which a reading of a source proves nothing. Raises KeyError for an
    edition that the registry does not hold.
    """
    entry = registry.editions[edition]
    newer = registry.successors(edition)
    successors = tuple(_in_force(registry, newer, edition, day)) if newer else ()
    chain, cycle = _chain(registry, edition, successors, day) if successors else ((edition,), False)
    real = readings(entry.edition)
    status, since, notes = _status(registry, entry, real, newer, successors, day, max_check_age)
    if entry.edition.applicability or entry.edition.amendments:
        notes += _transition_notes(entry.edition, day)
    if newer:
        notes += _coming_notes(registry, newer, day)
    if cycle:
        notes.append(msg("the records say that these editions replace each other: {chain}", chain=" → ".join(chain)))
    ending = None if status in (Status.SUPERSEDED, Status.WITHDRAWN) else _ending(registry, edition, newer, day)
    doubtful = doubtful_from(real, max_check_age) if status is Status.CURRENT else None
    return Verdict(edition, status, since, successors, chain, cycle, tuple(notes), ending, doubtful)


def begins(entry: EditionEntry) -> PartialDate | None:
    """The day an edition comes into force. International documents and RFCs have no such day but publication's."""
    edition = entry.edition
    if edition.effective is not None:
        return edition.effective
    return edition.published if is_international(entry.standard.value.number) else None


def _status(
    registry: Registry,
    entry: EditionEntry,
    real: list[Check],
    newer: Sequence[Succession],
    successors: Sequence[str],
    day: date,
    max_check_age: int,
) -> tuple[Status, PartialDate | None, list[Message]]:
    edition = entry.edition
    if edition.withdrawn is True:
        return Status.WITHDRAWN, None, []
    if edition.withdrawn is not None and edition.withdrawn.earliest <= day:
        return Status.WITHDRAWN, edition.withdrawn, []
    if successors:
        starts = [start for one in successors if (start := begins(registry.editions[one])) is not None]
        return Status.SUPERSEDED, min(starts, key=lambda start: start.latest), []
    if edition.published is not None and edition.published.earliest > day:
        return Status.ANNOUNCED, None, []
    start = begins(entry)
    if start is None:
        return Status.UNVERIFIED, None, [msg("the day it came into force is not known")]
    if start.earliest > day:
        return Status.UPCOMING, edition.published, []
    if start.latest > day:
        return Status.UNVERIFIED, None, [msg("it came into force in {month}, the day is not known", month=start)]
    reasons = doubts(entry, real, day, max_check_age)
    if newer:
        reasons += _doubtful_ends(registry, newer, edition.edition, day)
    return (Status.UNVERIFIED, None, reasons) if reasons else (Status.CURRENT, start, [])


def _in_force(registry: Registry, newer: Iterable[Succession], edition: str, day: date) -> list[str]:
    """Full successors of `edition`, other than itself, that are in force on the day."""
    found = []
    for succession in newer:
        entry = registry.editions.get(succession.edition)
        if entry is None or succession.extent != "full" or succession.edition == edition:
            continue
        start = begins(entry)
        if start is not None and start.latest <= day:
            found.append(succession.edition)
    return found


def _chain(registry: Registry, edition: str, successors: Sequence[str], day: date) -> tuple[tuple[str, ...], bool]:
    """All that came after, each once, breadth first. The second value tells whether the walk came back to a start."""
    if not any([registry.successors(one) for one in successors]):
        return (edition, *dict.fromkeys(successors)), False
    chain = {edition: None}
    queue = [edition]
    cycle = False
    parents: dict[str, set[str]] = {edition: set()}
    while queue:
        old = queue.pop(0)
        for new in _in_force(registry, registry.successors(old), old, day):
            if new in parents[old]:
                cycle = True
            elif new not in chain:
                chain[new] = None
                parents[new] = parents[old] | {old}
                queue.append(new)
    return tuple(chain), cycle


def _doubtful_ends(registry: Registry, newer: Iterable[Succession], number: str, day: date) -> Iterable[Message]:
    """Full successors, other than itself, of which it is not known whether they are in force on the day."""
    for succession in newer:
        entry = registry.editions.get(succession.edition)
        if succession.extent != "full" or entry is None or succession.edition == number:
            continue
        start = begins(entry)
        if start is None or start.earliest <= day < start.latest:
            yield msg("{edition} replaces it on a day that is not known", edition=succession.edition)


def _transition_notes(edition: Edition, day: date) -> list[Message]:
    later = [entry for entry in edition.applicability if entry.from_.latest > day]
    return [
        *[msg("from {day}: {condition}", day=entry.from_, condition=entry.condition) for entry in later],
        *[
            msg("amendment {number}, in force from {day}", number=amendment.number, day=amendment.effective or "?")
            for amendment in edition.amendments
        ],
    ]


def _coming_notes(registry: Registry, newer: Iterable[Succession], day: date) -> Iterable[Message]:
    for succession in newer:
        entry = registry.editions.get(succession.edition)
        start = begins(entry) if entry else None
        if start is not None and start.earliest > day:
            yield msg("{edition} replaces it on {day}", edition=succession.edition, day=start)
        elif succession.extent == "partial" and start is not None:
            yield msg("{edition} replaces a part of it", edition=succession.edition)


def _ending(registry: Registry, number: str, newer: Sequence[Succession], day: date) -> Ending | None:
    """Of the days to come on which it is withdrawn or fully replaced, the first. All that replace it are told."""
    withdrawn = registry.editions[number].edition.withdrawn
    if withdrawn is None and not newer:
        return None
    heirs: dict[date, list[str]] = {}
    if withdrawn is not None and withdrawn is not True:
        heirs[withdrawn.earliest] = []
    for succession in newer:
        heir = registry.editions.get(succession.edition)
        start = begins(heir) if heir else None
        if start is not None and succession.extent == "full" and succession.edition != number:
            heirs.setdefault(start.latest, []).append(succession.edition)
    first = min((one for one in heirs if one > day), default=None)
    if first is None:
        return None
    return Ending(first, tuple(heirs[first] or (edition for later in heirs.values() for edition in later)))
