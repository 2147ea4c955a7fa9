"""The reference list: every standard a book cites, once, in the form of GB/T 7714—2025, in order of first mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

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
    key: str
    """The canonical number of what is cited."""
    title: str | None
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


def reference_list(book: LinkedBook, also: Iterable[ResolvedCitation] = ()) -> ReferenceList:
    """All standards that the book's modules declare or mention, then those of `also`."""
    numbers: dict[str, int] = {}
    entries: list[Entry] = []
    named = (one for module in book.modules for one in (*module.basis, *module.citations))
    for resolved in chain(named, also):
        for key, standard, verdict in _cited(resolved):
            if key not in numbers:
                numbers[key] = len(numbers) + 1
                entries.append(_entry(numbers[key], key, standard.value, verdict))
    return ReferenceList(tuple(entries), numbers)


def reference_lists(book: LinkedBook) -> list[ReferenceList]:
    """A list of its own for each module."""
    return [reference_list(replace(book, modules=(module,))) for module in book.modules]


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


def reference(key: str, standard: Standard) -> tuple[str, str | None]:
    """A standard in the form of GB/T 7714—2025, 8.9, up to its address: `number title[S]` or `[S/OL]`; and the address.

    Unlike the edition of 2015 it names no issuer and no date. `key`: the canonical number of what is cited.
    """
    edition = _edition(key, standard)
    title = _title(key, standard)
    named = f"{printed(key)} {title}" if title else printed(key)
    source = official_page(edition) if edition else None
    return (f"{named}[S].", None) if source is None else (f"{named}[S/OL]. ", source.source)


def _entry(number: int, key: str, standard: Standard, verdict: Verdict | None) -> Entry:
    edition = _edition(key, standard)
    checked = max(edition.checks, key=lambda check: check.on, default=None) if edition else None
    read = (checked.on, host_of(checked.source)) if checked else (None, None)
    return Entry(number, key, _title(key, standard), *reference(key, standard), verdict, *read)


def _title(key: str, standard: Standard) -> str | None:
    edition = _edition(key, standard)
    return (edition.title if edition else None) or standard.title or standard.title_en


def _edition(key: str, standard: Standard) -> Edition | None:
    return next((one for one in standard.editions if canonical(one.edition) == key), None)


def official_page(edition: Edition) -> Check | None:
    """The issuer's own page of the edition, the newest if several; what others say of it is no way to its text."""
    online = [check for check in edition.checks if check.kind in _ONLINE and _is_address(check.source)]
    return min(online, key=lambda check: (_ONLINE.index(check.kind), _age(check.on)), default=None)


def _is_address(source: str) -> bool:
    return source.startswith(("https://", "http://")) and not any(c.isspace() or c in "\"'<>" for c in source)


def _age(day: date) -> int:
    return -day.toordinal()
