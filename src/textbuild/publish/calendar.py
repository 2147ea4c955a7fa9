"""Changes to come as an iCalendar feed (RFC 5545), one whole-day event each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event

from textbuild.diagnostics.translate import Translator
from textbuild.link.forecast import Change
from textbuild.model.standard_number import printed
from textbuild.publish.coverage.plain_cell import without_control
from textbuild.render.words import words_of


def calendar(changes: Iterable[Change], as_of: date, title: str, translate: Translator) -> bytes:
    """The same changes seen on the same day give the same bytes; a change keeps its UID from day to day."""
    feed = Calendar()
    feed.add("prodid", "-//textbuild//standards forecast//" + translate.language.upper())
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", without_control(title))
    for change in changes:
        feed.add_component(_event(change, as_of, translate))
    return bytes(feed.to_ical(sorted=True))


def _event(change: Change, as_of: date, translate: Translator) -> Event:
    event = Event()
    event.add("uid", _uid(change))
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", change.day)
    event.add("summary", without_control(_summary(change, translate)))
    event.add("description", without_control("\n".join(_lines(change, translate))))
    event.add("transp", "TRANSPARENT")
    return event


def _uid(change: Change) -> str:
    """The same for the same change, whatever day it is seen on; of two runs a calendar keeps one event."""
    told = f"{change.day} {change.edition} {change.before.status} {change.after.status}"
    return f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@textbuild"


def _summary(change: Change, translate: Translator) -> str:
    words = words_of(translate.language)
    text = printed(change.edition)
    if change.before.status is not change.after.status:
        text += f" {words.verdict(change.before.status)} → {words.verdict(change.after.status)}"
    if change.successors:
        text += words.comma + words.replaced_by.format(text=", ".join(map(printed, change.successors)))
    return " ".join([text, *map(translate, change.notes)])


def _lines(change: Change, translate: Translator) -> Iterator[str]:
    for place in change.places:
        span = place.use.citation.span
        module = place.use.module.module.title if place.use.module else place.use.record
        yield f"{span.path}:{span.line} {module} {place.use.citation.text}"
    yield from (*change.dependents("job"), *change.dependents("process"))
