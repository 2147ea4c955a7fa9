"""The status of an edition on a day (contract section 3): what we do not know is never shown as current."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from textbuild.diagnostics import Message, msg
from textbuild.link.registry import EditionEntry, Registry, Succession
from textbuild.model.dates import PartialDate
from textbuild.model.standard import Check, Edition, Evidence


class Status(StrEnum):
    """What an edition is worth on a day."""

    CURRENT = "current"
    UPCOMING = "upcoming"
    ANNOUNCED = "announced"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Verdict:
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


def verdict(registry: Registry, edition: str, day: date, max_check_age: int = 365) -> Verdict:
    """The verdict on the edition with this canonical number on `day`.

    `max_check_age` is the number of days after which a reading of a source proves nothing. Raises KeyError for an
    edition that the registry does not hold.
    """
    entry = registry.editions[edition]
    newer = registry.successors(edition)
    successors = tuple(_in_force(registry, newer, edition, day)) if newer else ()
    chain, cycle = _chain(registry, edition, day) if successors else ((edition,), False)
    status, since, reasons = _status(registry, entry, newer, successors, day, max_check_age)
    notes = [*reasons, *_transition_notes(entry.edition, day)]
    if newer:
        notes += _coming_notes(registry, newer, day)
    if cycle:
        notes.append(msg("the records say that these editions replace each other: {chain}", chain=" → ".join(chain)))
    return Verdict(edition, status, since, successors, chain, cycle, tuple(notes))


def begins(entry: EditionEntry) -> PartialDate | None:
    """The day an edition comes into force. International documents and RFCs have no such day but publication's."""
    edition = entry.edition
    if edition.effective is not None:
        return edition.effective
    return edition.published if _is_international(entry.standard.value.number) else None


def _status(
    registry: Registry,
    entry: EditionEntry,
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
    doubts = [*_doubts(entry, day, max_check_age), *_doubtful_ends(registry, newer, day)]
    return (Status.UNVERIFIED, None, doubts) if doubts else (Status.CURRENT, start, [])


def _in_force(registry: Registry, newer: Iterable[Succession], edition: str, day: date) -> Iterable[str]:
    """Full successors of `edition`, other than itself, that are in force on the day."""
    for succession in newer:
        entry = registry.editions.get(succession.edition)
        if entry is None or succession.extent != "full" or succession.edition == edition:
            continue
        start = begins(entry)
        if start is not None and start.latest <= day:
            yield succession.edition


def _chain(registry: Registry, edition: str, day: date) -> tuple[tuple[str, ...], bool]:
    """All that came after, each once, breadth first. The second value tells whether the walk came back to a start."""
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


def _doubts(entry: EditionEntry, day: date, max_check_age: int) -> Iterable[Message]:
    """Why an edition that seems in force can not be called current."""
    edition = entry.edition
    real = [check for check in edition.checks if check.kind is not Evidence.RECALLED]
    if not real:
        yield msg("no source was read for it")
        return
    if not _saw_dates(entry, real):
        yield msg("its dates were not read in any source")
    newest = max([check.on for check in real])
    if (day - newest).days > max_check_age:
        yield msg("it was last checked on {day}, more than {age} days before", day=newest, age=max_check_age)
    if any([check.doubt is not None for check in real]):
        yield from _left_open(entry, real)
    for name, values in contradictions(edition).items():
        yield msg("sources disagree on `{field}`: {values}", field=name, values=", ".join(values))


def _doubtful_ends(registry: Registry, newer: Iterable[Succession], day: date) -> Iterable[Message]:
    """Full successors of which it is not known whether they are in force on the day."""
    for succession in newer:
        entry = registry.editions.get(succession.edition)
        if succession.extent != "full" or entry is None:
            continue
        start = begins(entry)
        if start is None or start.earliest <= day < start.latest:
            yield msg("{edition} replaces it on a day that is not known", edition=succession.edition)


def contradictions(edition: Edition) -> dict[str, list[str]]:
    """Fields for which a source gives another value than the record, unsettled, with all values given."""
    found: dict[str, list[str]] = {}
    for index, name in disputes(edition):
        own, value = getattr(edition, name, None), edition.checks[index].found[name]
        values = found.setdefault(name, [str(own)] if own is not None else [])
        if value not in values:
            values.append(value)
    return found


def disputes(edition: Edition) -> Iterable[tuple[int, str]]:
    """The readings, by index, and the field for which they give another value, that no person has answered since."""
    for index, check in enumerate(edition.checks):
        for name, value in check.found.items():
            if str(getattr(edition, name, None)) != value and not _is_settled(edition, name, check.on):
                yield index, name


def _is_settled(edition: Edition, name: str, read: date) -> bool:
    """Whether a person decided on that day or later, and for the value that the record has."""
    return any(
        one.field == name
        and read <= one.on
        and (name not in Edition.model_fields or str(getattr(edition, name)) == one.value)
        for one in edition.settled
    )


def _left_open(entry: EditionEntry, checks: list[Check]) -> Iterable[Message]:
    """The doubts that no later reading of its state has answered."""
    clear = [one.on for one in checks if one.doubt is None and (_saw_dates(entry, [one]) or "reported" in one.saw)]
    for check in checks:
        if check.doubt is not None and not any(check.on < day for day in clear):
            yield msg("a reading leaves its state open: {doubt}", doubt=check.doubt)


def _saw_dates(entry: EditionEntry, checks: Iterable[Check]) -> bool:
    """Whether a source was read for the day it came into force. A reading that lists no fields vouches for all."""
    own = ("effective", "published") if _is_international(entry.standard.value.number) else ("effective",)
    return any(not check.saw or any(name in check.saw for name in own) for check in checks)


def _transition_notes(edition: Edition, day: date) -> Iterable[Message]:
    for entry in edition.applicability:
        if entry.from_.latest > day:
            yield msg("from {day}: {condition}", day=entry.from_, condition=entry.condition)
    for amendment in edition.amendments:
        yield msg("amendment {number}, in force from {day}", number=amendment.number, day=amendment.effective or "?")


def _coming_notes(registry: Registry, newer: Iterable[Succession], day: date) -> Iterable[Message]:
    for succession in newer:
        entry = registry.editions.get(succession.edition)
        start = begins(entry) if entry else None
        if start is not None and start.earliest > day:
            yield msg("{edition} replaces it on {day}", edition=succession.edition, day=start)
        elif succession.extent == "partial" and start is not None:
            yield msg("{edition} replaces a part of it", edition=succession.edition)


def _is_international(number: str) -> bool:
    return number.startswith(("ISO", "IEC", "IEEE", "RFC", "BCP", "EN ", "CISPR"))
