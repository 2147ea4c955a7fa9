"""A part of a virtual workshop that nothing uses.

What it finds: a station of the layout at which no step is done and that the conveyor does not pass; two stations on the
same place of the floor; a step or fault with an id that another has; a workshop that no module of the book has.

Why it matters: the student sees a machine that never works, or never sees the workshop at all.

What to do: give the station a step or take it out of the layout; put each station on its own place; write
`[@workshop:id]` alone in a paragraph of the module in which the workshop is to stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.workshop import LinkedWorkshop
from textbuild.model.span import Span

RULE = Rule("TB346", "workshop-station-idle", Severity.WARNING, msg("a part of a workshop that nothing uses"))

Found = tuple[Span, Message, Message]


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for workshop in book.workshops:
        for span, message, help_ in (*_standing(workshop), *_stations(workshop), *_twice(workshop)):
            yield Diagnostic(RULE, span, message, help_, book=book.book.id)


def _standing(workshop: LinkedWorkshop) -> Iterator[Found]:
    if workshop.home is None:
        id_ = workshop.value.id
        help_ = msg("write `[@{id}]` alone in a paragraph of the module in which it is to stand", id=id_)
        yield workshop.file.places.at("id"), msg("no module has {id}", id=id_), help_


def _stations(workshop: LinkedWorkshop) -> Iterator[Found]:
    layout = workshop.value.layout
    steps = [(work.station, workshop.step(work.step)) for work in workshop.value.steps]
    places = [workshop.value.place(station or (step.station if step else None)) for station, step in steps]
    used = {*layout.conveyor, *(place.id for place in places if place)}
    taken: dict[tuple[int, int], str] = {}
    for index, one in enumerate(layout.stations):
        span = workshop.file.places.at("layout", "stations", index, "id")
        if one.id not in used and None not in places:  # of an unknown place TB340 tells
            yield span, msg("nothing is done at {name}", name=one.name), msg("give it a step, or take it out")
        if one.at in taken:
            message = msg("{name} stands where {other} stands", name=one.name, other=taken[one.at])
            yield span, message, msg("give it another place: `at: [column, row]`")
        taken.setdefault(one.at, one.name)


def _twice(workshop: LinkedWorkshop) -> Iterator[Found]:
    value = workshop.value
    lists = {
        "steps": ("step", [one.step for one in value.steps]),
        "faults": ("id", [one.id for one in value.faults]),
        "instruments": ("id", [one.id for one in value.instruments]),
    }
    for name, (field, ids) in lists.items():
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                message = msg("`{id}` stands twice under `{name}`", id=id_, name=name)
                yield workshop.file.places.at(name, index, field), message, msg("give each an id of its own")
