"""The changes of verdict to come that touch a book: when, of what, and where it is cited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from textbuild.diagnostics import Message, msg
from textbuild.link.library import LinkedLibrary
from textbuild.link.registry import EditionEntry, Registry
from textbuild.link.resolve import Judge, Resolver, judge_on, resolver
from textbuild.link.trace import Kind, Use, dependents, named_records, trace
from textbuild.link.verdict import Status, Verdict, begins
from textbuild.model.standard import Evidence
from textbuild.model.standard_number import canonical

ENDED = (Status.SUPERSEDED, Status.WITHDRAWN)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """A use that a change touches, with what it names the day before and on the day: without a year, it may move on."""

    use: Use
    before: Verdict
    after: Verdict

    @property
    def ends(self) -> bool:
        """Whether what it names is in force no longer, and was until then."""
        return self.after.status in ENDED and self.before.status not in ENDED


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to an edition on a day. `before` and `after` differ in status, or `notes` tell what begins."""

    day: date
    edition: str
    before: Verdict
    after: Verdict
    successors: tuple[str, ...]
    places: tuple[Place, ...]
    notes: tuple[Message, ...] = ()

    def dependents(self, kind: Kind) -> tuple[str, ...]:
        """Parts of job specifications or processes that rest on the edition."""
        return dependents((place.use for place in self.places), kind)


@dataclass(frozen=True, slots=True)
class _Then:
    """What the records say on one day."""

    judge: Judge
    resolve: Resolver


def forecast(linked: LinkedLibrary, until: date) -> tuple[Change, ...]:
    """The changes after the library's day, up to and with `until`, of editions that a book is written to, by day.

    A mention that only tells history, or in a book exempt from the citation rules, is not touched. Records count where
    a book names them.
    """
    on = _days_of(linked)
    named = _named_in_books(linked)
    found: list[Change] = []
    for number, all_uses in trace(linked).items():
        uses = [use for use in all_uses if use.judged and _touches_book(use, named)]
        for entry in linked.registry.editions_of(number) if uses else ():
            found += _changes(linked, canonical(entry.edition.edition), uses, until, on)
    return tuple(sorted(found, key=lambda change: (change.day, change.edition)))


def _days_of(linked: LinkedLibrary) -> Callable[[date], _Then]:
    known: dict[date, _Then] = {}

    def on(day: date) -> _Then:
        if day not in known:
            judge = judge_on(linked.registry, day, linked.library.config.value.max_check_age)
            known[day] = _Then(judge, resolver(linked.registry, judge))
        return known[day]

    return on


def _named_in_books(linked: LinkedLibrary) -> frozenset[str]:
    """Ids of the job specifications and processes that books name."""
    references = [job for book in linked.books for job in book.jobs]
    references += [one for book in linked.books for module in book.modules for one in named_records(module)]
    return frozenset(one.reference.target.partition("#")[0] for one in references)


def _touches_book(use: Use, named: frozenset[str]) -> bool:
    return use.record is None or use.record.partition("#")[0] in named


def _changes(
    linked: LinkedLibrary, edition: str, uses: list[Use], until: date, on: Callable[[date], _Then]
) -> Iterator[Change]:
    registry = linked.registry
    entry = registry.editions[edition]
    for day in sorted(set(_days(registry, edition, linked.library.config.value.max_check_age, until))):
        if not linked.day < day <= until:
            continue
        eve, then = on(day - _DAY), on(day)
        before, after = eve.judge(edition), then.judge(edition)
        notes = tuple(_beginnings(registry, edition, entry, day))
        if before.status is after.status and not notes:
            continue
        places = tuple(_places(uses, edition, eve, then))
        if places:
            yield Change(day, edition, before, after, _heirs(registry, edition, after), places, notes)


def _days(registry: Registry, edition: str, max_check_age: int, until: date) -> Iterator[date]:
    """Every day on which the verdict on an edition may differ from the day before's, or something of it begins."""
    entry = registry.editions[edition]
    own = entry.edition
    if own.published is not None:
        yield own.published.earliest
    if own.withdrawn is not None and own.withdrawn is not True:
        yield own.withdrawn.earliest
    yield from (one.from_.earliest for one in own.applicability)
    yield from (one.effective.earliest for one in own.amendments if one.effective is not None)
    if start := begins(entry):
        yield from (start.earliest, start.latest)
    for succession in registry.successors(edition):
        newer = registry.editions.get(succession.edition)
        if newer is not None and (start := begins(newer)):
            yield from (start.earliest, start.latest)
    readings = [check.on for check in own.checks if check.kind is not Evidence.RECALLED]
    if readings and (until - max(readings)).days > max_check_age:
        yield max(readings) + timedelta(days=max_check_age + 1)


def _beginnings(registry: Registry, edition: str, entry: EditionEntry, day: date) -> Iterator[Message]:
    """What begins on the day without a change of status."""
    for one in entry.edition.applicability:
        if one.from_.earliest == day:
            yield msg("from {day}: {condition}", day=one.from_, condition=one.condition)
    for amendment in entry.edition.amendments:
        if amendment.effective is not None and amendment.effective.earliest == day:
            yield msg("amendment {number}, in force from {day}", number=amendment.number, day=amendment.effective)
    for succession in registry.successors(edition):
        newer = registry.editions.get(succession.edition)
        start = begins(newer) if newer else None
        if succession.extent == "partial" and start is not None and start.latest == day:
            yield msg("{edition} replaces a part of it", edition=succession.edition)


def _places(uses: Iterable[Use], edition: str, eve: _Then, then: _Then) -> Iterator[Place]:
    for use in uses:
        before, after = eve.resolve(use.citation), then.resolve(use.citation)
        if before.verdict is None or after.verdict is None:
            continue
        named = any(one.edition == edition for one in before.verdicts)
        arrives = not named and any(one.edition == edition for one in after.verdicts)
        # An undated citation moves on to this edition. Where the one it leaves changes too, that one's change tells.
        if named or (arrives and all(then.judge(one.edition).status is one.status for one in before.verdicts)):
            yield Place(use, before.verdict, after.verdict)


def _heirs(registry: Registry, edition: str, after: Verdict) -> tuple[str, ...]:
    """What replaces it by then; for a withdrawn edition also what will."""
    if after.successors or after.status is not Status.WITHDRAWN:
        return after.successors
    full = (one.edition for one in registry.successors(edition) if one.extent == "full")
    return tuple(one for one in full if one != edition)
