"""The reference list: every standard a book cites, once, in the form of GB/T 7714—2025, in order of first mention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from textbuild.link.library import LinkedBook
from textbuild.link.resolve import ResolvedCitation
from textbuild.link.verdict import Verdict
from textbuild.model.span import Sourced
from textbuild.model.standard import Check, Edition, Evidence, Standard
from textbuild.model.standard_number import canonical, printed
from textbuild.publish.volume.records import host_of

_ONLINE = (Evidence.OFFICIAL, Evidence.ANNOUNCEMENT)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the list. What the record does not hold is left out, never guessed."""

    number: int
    text: str
    """Up to the address, without the number in brackets."""
    url: str | None
    verdict: Verdict | None
    checked: date | None = None
    """The day on which a source was last read for it."""
    source: str | None = None
    """Host of the page that was read then."""


@dataclass(frozen=True, slots=True)
class ReferenceList:
    entries: tuple[Entry, ...]
    _numbers: Mapping[str, int]

    def number(self, resolved: ResolvedCitation) -> int | None:
        """The number of the entry for a citation; of several parts, the first's. None for an unknown standard."""
        return next((self._numbers[key] for key, *_ in _cited(resolved)), None)


def reference_list(book: LinkedBook) -> ReferenceList:
    """All standards that the book's modules declare or mention."""
    numbers: dict[str, int] = {}
    entries: list[Entry] = []
    for module in book.modules:
        for resolved in (*module.basis, *module.citations):
            for key, standard, verdict in _cited(resolved):
                if key not in numbers:
                    numbers[key] = len(numbers) + 1
                    entries.append(_entry(numbers[key], key, standard.value, verdict))
    return ReferenceList(tuple(entries), numbers)


def _cited(resolved: ResolvedCitation) -> Iterator[tuple[str, Sourced[Standard], Verdict | None]]:
    """(canonical number, standard, verdict) of each edition that a citation means."""
    editions = {verdict.edition: verdict for verdict in resolved.verdicts}
    for standard in resolved.standards:
        own = [canonical(edition.edition) for edition in standard.value.editions]
        meant = [edition for edition in own if edition in editions]
        for edition in meant:
            yield edition, standard, editions[edition]
        if not meant:
            number = resolved.citation.number
            yield (canonical(standard.value.number) if number.all_parts else number.canonical), standard, None


def _entry(number: int, key: str, standard: Standard, verdict: Verdict | None) -> Entry:
    edition = next((one for one in standard.editions if canonical(one.edition) == key), None)
    title = (edition.title if edition else None) or standard.title
    shown = printed(key)
    parts = []
    if standard.issuer:
        parts.append(", ".join(name.strip() for name in standard.issuer.split("、")))
    named = f"{title}: {shown}" if title else shown
    source = _source(edition) if edition else None
    checked = max(edition.checks, key=lambda check: check.on, default=None) if edition else None
    read = (checked.on, host_of(checked.source)) if checked else (None, None)
    published = edition.published if edition else None
    if source is None:
        parts.append(f"{named}[S]")
        if published is not None:
            parts.append(str(published.year))
        return Entry(number, ". ".join(parts) + ".", None, verdict, *read)
    dated = f"({published})" if published is not None else ""
    parts.append(f"{named}[S/OL]")
    parts.append(f"{dated}[{source.on}]")
    return Entry(number, ". ".join(parts) + ". ", source.source, verdict, *read)


def _source(edition: Edition) -> Check | None:
    """The issuer's own page of the edition, the newest if several; what others say of it is no way to its text."""
    online = [check for check in edition.checks if check.kind in _ONLINE and _is_address(check.source)]
    return min(online, key=lambda check: (_ONLINE.index(check.kind), _age(check.on)), default=None)


def _is_address(source: str) -> bool:
    return source.startswith(("https://", "http://")) and not any(c.isspace() or c in "\"'<>" for c in source)


def _age(day: date) -> int:
    return -day.toordinal()
