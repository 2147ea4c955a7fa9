"""The time line of a standard's editions: years on an axis, a bar for the time in which each edition is in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from textbuild.link.library import LinkedLibrary
from textbuild.link.registry import EditionEntry
from textbuild.link.verdict import begins
from textbuild.model.dates import PartialDate
from textbuild.model.standard_number import canonical

_MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """Positions are percent of the axis. `start` None: no day is known. `open`: it goes on after the axis ends."""

    start: float | None
    width: float
    open: bool
    published: float | None


@dataclass(frozen=True, slots=True)
class Timeline:
    bars: tuple[Bar, ...]
    """One an edition, in the order given."""
    ticks: tuple[tuple[float, int], ...]
    """Position and year."""
    today: float


def timeline(linked: LinkedLibrary, entries: Sequence[EditionEntry]) -> Timeline:
    """Of the editions of one standard, on the library's day."""
    spans = [(_begin(entry), _end(linked, entry)) for entry in entries]
    axis = _Axis.around([linked.day, *_known_days(entries, spans)])
    bars = tuple(
        axis.bar(start, end, _day(entry.edition.published)) for entry, (start, end) in zip(entries, spans, strict=True)
    )
    return Timeline(bars, axis.ticks(), axis.position(linked.day))


@dataclass(frozen=True, slots=True)
class _Axis:
    """Whole years, `first` to the end of the year before `last`."""

    first: int
    last: int

    @classmethod
    def around(cls, days: Iterable[date]) -> _Axis:
        years = [day.year for day in days]
        return cls(min(years), max(years) + 1)

    def position(self, day: date) -> float:
        whole = (date(min(self.last, 9999), 1, 1) - date(self.first, 1, 1)).days or 1
        return round(min(max((day - date(self.first, 1, 1)).days / whole * 100, 0.0), 100.0), 2)

    def bar(self, start: date | None, end: date | None, published: date | None) -> Bar:
        place = self.position(published) if published else None
        if start is None:
            return Bar(None, 0.0, False, place)
        left = self.position(start)
        right = self.position(end) if end else 100.0
        return Bar(left, round(max(right - left, 0.5), 2), end is None, place)

    def ticks(self) -> tuple[tuple[float, int], ...]:
        step = max(1, -(-(self.last - self.first) // _MOST_TICKS))
        return tuple((self.position(date(year, 1, 1)), year) for year in range(self.first, self.last, step))


def _known_days(entries: Iterable[EditionEntry], spans: Iterable[tuple[date | None, date | None]]) -> Iterable[date]:
    yield from (day for entry in entries if (day := _day(entry.edition.published)))
    yield from (day for span in spans for day in span if day)


def _begin(entry: EditionEntry) -> date | None:
    return _day(begins(entry))


def _end(linked: LinkedLibrary, entry: EditionEntry) -> date | None:
    """The first day on which it is no longer in force: withdrawn, or fully replaced."""
    if entry.edition.withdrawn is True:
        return linked.day
    ends = [entry.edition.withdrawn.earliest] if entry.edition.withdrawn else []
    own = canonical(entry.edition.edition)
    for succession in linked.registry.successors(own):
        newer = linked.registry.editions.get(succession.edition)
        if newer is not None and succession.extent == "full" and succession.edition != own and (start := _begin(newer)):
            ends.append(start)
    return min(ends, default=None)


def _day(value: PartialDate | None) -> date | None:
    return value.earliest if value else None
