"""`feed.atom`: what changes for the standards that textbooks use, a year back and a year ahead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid5

from textbuild.diagnostics.translate import translator
from textbuild.link.forecast import Change, forecast
from textbuild.link.library import LinkedLibrary
from textbuild.link.verdict import Status
from textbuild.publish.layout import relative
from textbuild.publish.portal.templates import fill
from textbuild.publish.portal.verdicts import Built, EditionLink, edition_link

_PAGE = "standards/feed.atom"
_YEAR = 365
# Never to be changed: readers know an entry by its id.
_OURS = UUID("5d0c3b0e-6c0e-5b7e-9a53-2f6a3f1c7d10")


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: `before` and `after` are words of `link.verdict.Status`, the same where only `notes` tell of it."""

    id: str
    day: date
    updated: date
    edition: EditionLink
    before: str
    after: str
    successors: tuple[EditionLink, ...]
    notes: tuple[str, ...]
    modules: tuple[str, ...]
    """Titles of the modules that it touches."""


def feed(linked: LinkedLibrary, built: Built) -> str:
    """Atom, RFC 4287. Addresses are relative to the feed's own, ids are made of what changes and when."""
    library = linked.library.config.value
    return fill(
        "feed.atom", linked=linked, library=library, id=_id(library.title), entries=entries(linked, built),
        link=lambda to, anchor=None: relative(to, _PAGE, anchor),
    )  # fmt: skip


def entries(linked: LinkedLibrary, built: Built) -> list[Entry]:
    """The latest change first. A reading that grows too old is the editors' matter and no change of the standard."""
    found = forecast(replace(linked, day=_shifted(linked.day, -_YEAR)), _shifted(linked.day, _YEAR))
    changes = [one for one in found if not _is_old_reading(one)]
    return [_entry(linked, change, built) for change in reversed(changes)]


def _entry(linked: LinkedLibrary, change: Change, built: Built) -> Entry:
    say = translator("zh")
    modules = (place.use.module.module.title for place in change.places if place.use.module is not None)
    return Entry(
        _id(linked.library.config.value.title, change.edition, str(change.day), change.after.status.value),
        change.day,
        min(change.day, linked.day),
        edition_link(linked, change.edition, built),
        change.before.status.value,
        change.after.status.value,
        tuple(edition_link(linked, one, built) for one in change.successors),
        tuple(say(note) for note in change.notes),
        tuple(dict.fromkeys(modules)),
    )


def _is_old_reading(change: Change) -> bool:
    return change.before.status is Status.CURRENT and change.after.status is Status.UNVERIFIED


def _id(*parts: str) -> str:
    return uuid5(_OURS, "\0".join(parts)).urn


def _shifted(day: date, days: int) -> date:
    """So many days later, within the calendar that dates know."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))
