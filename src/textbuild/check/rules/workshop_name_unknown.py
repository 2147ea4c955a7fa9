"""A virtual workshop names something that is not there.

What it finds: `[@workshop:…]` without such a file in the book's folder `workshops/`; and in the file a process, step,
action, parameter, station or instrument that the process record or the file itself does not have.

Why it matters: the exercise could not be run: the student would be asked for something that nobody knows.

What to do: write the name as the process record has it. The help names those that there are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from textbuild.check.nearest import Nearest
from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.workshop import LinkedWorkshop
from textbuild.model.process import Step
from textbuild.model.span import Span
from textbuild.model.workshop import FOLDER

RULE = Rule("TB340", "workshop-name-unknown", Severity.ERROR, msg("a workshop that names what is not there"))

Named = tuple[str, Span, Collection[str]]
"""What is named, where, and what could be."""


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    yield from _missing_workshops(book)
    processes = [one.value.id for one in linked.library.processes]
    for workshop in book.workshops:
        named: list[Named] = [(workshop.value.process, workshop.file.places.at("process"), processes)]
        named += [*_layout(workshop), *_line(workshop)]
        if workshop.process is not None:
            named += [*_steps(workshop), *_faults(workshop)]
        for name, span, known in named:
            if name not in known:
                message = msg("{file} names {name}, which is not there", file=workshop.value.id, name=name)
                yield Diagnostic(RULE, span, message, _help(name, known), book=book.book.id)


def _missing_workshops(book: LinkedBook) -> Iterator[Diagnostic]:
    known = [one.value.id for one in book.workshops]
    folder = f"{book.book.folder}/{FOLDER}/"
    if sum(path.startswith(folder) and path.endswith((".yml", ".yaml")) for path in book.book.files) > len(known):
        return  # one that could not be read may be meant
    for module in book.modules:
        for one in module.references:
            target = one.reference.target
            if one.kind is None and target.startswith("workshop:"):
                message = msg("the book has no {id} in its folder `workshops/`", id=target)
                yield Diagnostic(RULE, one.reference.span, message, _help(target, known), book=book.book.id)


def _layout(workshop: LinkedWorkshop) -> Iterator[Named]:
    stations = [one.id for one in workshop.value.layout.stations]
    for index, id_ in enumerate(workshop.value.layout.conveyor):
        yield id_, workshop.file.places.at("layout", "conveyor", index), stations


def _steps(workshop: LinkedWorkshop) -> Iterator[Named]:
    at = workshop.file.places.at
    layout = workshop.value.layout.stations
    instruments = [one.id for one in workshop.value.instruments]
    for i, work in enumerate(workshop.value.steps):
        step = workshop.step(work.step)
        yield work.step, at("steps", i, "step"), _step_ids(workshop)
        if work.station is not None:
            yield work.station, at("steps", i, "station"), [one.id for one in layout]
        elif step is not None:
            yield step.station or "station", at("steps", i, "step"), [one.name for one in layout]
        for j, action in enumerate(work.safety if step else ()):
            yield action, at("steps", i, "safety", j), step.actions if step else ()
        for j, setting in enumerate(work.settings if step else ()):
            yield setting.parameter, at("steps", i, "settings", j, "parameter"), _parameters(step)
        for j, reading in enumerate(work.readings):
            yield reading.instrument, at("steps", i, "readings", j, "instrument"), instruments
            if step is not None:
                yield reading.parameter, at("steps", i, "readings", j, "parameter"), _parameters(step)


def _faults(workshop: LinkedWorkshop) -> Iterator[Named]:
    at = workshop.file.places.at
    for i, fault in enumerate(workshop.value.faults):
        step = workshop.step(fault.step)
        yield fault.step, at("faults", i, "step"), [one.step for one in workshop.value.steps]
        if step is not None and fault.after is not None:
            yield fault.after, at("faults", i, "after"), step.actions
        if step is not None and fault.parameter is not None:
            yield fault.parameter, at("faults", i, "parameter"), _parameters(step)


def _line(workshop: LinkedWorkshop) -> Iterator[Named]:
    line, at = workshop.value.line, workshop.file.places.at
    if line is None:
        return
    layout = [one.id for one in workshop.value.layout.stations]
    stations = [one.station for one in line.stations]
    for i, one in enumerate(line.stations):
        yield one.station, at("line", "stations", i, "station"), layout
        if one.rework is not None:
            yield one.rework, at("line", "stations", i, "rework"), stations[: i + 1]
    for i, adjust in enumerate(line.adjust):
        yield adjust.station, at("line", "adjust", i, "station"), stations


def _step_ids(workshop: LinkedWorkshop) -> list[str]:
    return [step.id for step in workshop.process.value.steps] if workshop.process else []


def _parameters(step: Step | None) -> list[str]:
    return [one.name for one in step.parameters] if step else []


def _help(name: str, known: Collection[str]) -> Message:
    if near := Nearest(known)(name):
        return msg("did you mean {near}?", near=near)
    if not known:
        return msg("there is nothing to choose from: add it first")
    return msg("there are: {names}", names=", ".join(known))
