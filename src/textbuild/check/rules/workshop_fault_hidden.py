"""A fault of a virtual workshop that no student can meet or recognise.

What it finds: a fault of kind `tolerance` or `sensor` that changes no reading of its step; a value out of tolerance
that lies within the limits, or that the instrument can not show; a sensor that fails in no named way; two faults that
change the same reading; one reaction that is both right and wrong.

Why it matters: the student would wait for something that never comes, or be marked wrong for the right answer.

What to do: name in `parameter` a reading of the same step, and in `value` what the instrument shows then.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.workshop import LinkedWorkshop
from textbuild.model.workshop import Fault, Reading

RULE = Rule("TB344", "workshop-fault-hidden", Severity.ERROR, msg("a fault that nobody can meet"))

Found = tuple[str, Message, Message]
"""The field, what is wrong, what to do."""


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for workshop in book.workshops:
        changed: set[tuple[str, str]] = set()
        for index, fault in enumerate(workshop.value.faults):
            if workshop.work(fault.step) is None:
                continue  # TB340 tells
            found = list(_faults_of(fault, workshop))
            if fault.kind in ("tolerance", "sensor") and fault.parameter is not None:
                if (fault.step, fault.parameter) in changed:
                    message = msg("two faults change the reading {name}", name=fault.parameter)
                    found.append(("parameter", message, msg("keep one of them, or give each a reading of its own")))
                changed.add((fault.step, fault.parameter))
            for field, message, help_ in found:
                span = workshop.file.places.at("faults", index, field)
                yield Diagnostic(RULE, span, message, help_, book=book.book.id)


def _faults_of(fault: Fault, workshop: LinkedWorkshop) -> Iterator[Found]:
    if fault.reaction in fault.wrong:
        yield "reaction", msg("the right reaction is also among the wrong ones"), msg("take it out of `wrong`")
    if fault.kind not in ("tolerance", "sensor"):
        return
    reading = workshop.reading(fault)
    if reading is None:
        message = msg("the fault {title} changes no reading of step {step}", title=fault.title, step=fault.step)
        yield "parameter", message, msg("name under `parameter` what is read in this step")
    elif fault.kind == "tolerance":
        yield from _tolerance(fault, reading, workshop)
    elif fault.failure is None:
        yield "kind", msg("how the sensor fails is not said"), msg("add `failure`: stuck, dead or drift")
    elif fault.failure == "stuck" and fault.value is None:
        yield "failure", msg("a stuck sensor needs a `value`"), msg("write what it shows all the time")


def _tolerance(fault: Fault, reading: Reading, workshop: LinkedWorkshop) -> Iterator[Found]:
    limit = workshop.limits.get((fault.step, reading.parameter))
    if fault.value is None:
        yield "kind", msg("a value out of tolerance needs a `value`"), msg("write what the instrument shows then")
        return
    extremes = fault.value - reading.noise, fault.value + reading.noise
    if limit is not None and any(limit.holds(value * reading.factor) for value in extremes):
        message = msg("{value} is within the limits of {name}", value=f"{fault.value:g}", name=reading.parameter)
        yield "value", message, msg("choose a value outside, by more than the noise")
    instrument = next((one for one in workshop.value.instruments if one.id == reading.instrument), None)
    if instrument is not None and instrument.range is not None:
        low, high = instrument.range
        if not low <= fault.value <= high:
            message = msg("{title} can not show {value}", title=instrument.title, value=f"{fault.value:g}")
            yield "value", message, msg("correct the value or the instrument's `range`")
