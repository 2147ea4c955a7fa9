"""A value in a virtual workshop that nothing judges, or that is wrong from the start.

What it finds: a parameter to be set or measured whose process record gives neither `min` nor `max`; a setting whose
range holds no value within the limits, or none outside; a reading that breaks its limits without any fault, or that its
instrument can not show.

Why it matters: limits come from the process record alone. Where there are none, the student could not be told what was
wrong; where no wrong value can be set, there is nothing to learn.

What to do: add the limit with its `basis` to the process record, or choose another parameter; widen `lowest` and
`highest`; correct `value`, `factor` or the instrument's `range`.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.workshop import Limit, LinkedWorkshop
from textbuild.model.span import Span
from textbuild.model.workshop import Reading, Setting

RULE = Rule("TB341", "workshop-limit-missing", Severity.ERROR, msg("a value that nothing judges"))

Found = tuple[Span, Message, Message]


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for workshop in book.workshops:
        for span, message, help_ in (*_unlimited(workshop), *_values(workshop)):
            yield Diagnostic(RULE, span, message, help_, book=book.book.id)


def _unlimited(workshop: LinkedWorkshop) -> Iterator[Found]:
    for work, name, span in workshop.used():
        limit = workshop.limits.get((work.step, name))
        if limit is not None and limit.missing:
            message = msg("{name} has neither `min` nor `max` in {process}", name=name, process=workshop.value.process)
            yield span, message, msg("add the limit and its `basis` to the process record, or take another parameter")


def _values(workshop: LinkedWorkshop) -> Iterator[Found]:
    at = workshop.file.places.at
    for i, work in enumerate(workshop.value.steps):
        for j, setting in enumerate(work.settings):
            limit = workshop.limits.get((work.step, setting.parameter))
            if limit is not None and not limit.missing:
                yield from _setting(setting, limit, at("steps", i, "settings", j, "parameter"))
        for j, reading in enumerate(work.readings):
            limit = workshop.limits.get((work.step, reading.parameter))
            if limit is not None and not limit.missing:
                yield from _reading(reading, limit, workshop, at("steps", i, "readings", j, "value"))


def _setting(setting: Setting, limit: Limit, span: Span) -> Iterator[Found]:
    low, high = limit.parameter.min, limit.parameter.max
    none_right = setting.lowest > setting.highest or not (
        (low is None or setting.highest >= low) and (high is None or setting.lowest <= high)
    )
    help_ = msg("choose `lowest` and `highest` so that right and wrong values can be set")
    if none_right:
        yield span, msg("no value of {name} that can be set is within its limits", name=setting.parameter), help_
    elif limit.holds(setting.lowest) and limit.holds(setting.highest):
        yield span, msg("every value of {name} that can be set is within its limits", name=setting.parameter), help_
    if not setting.lowest <= setting.start <= setting.highest:
        message = msg("`start` of {name} is not between `lowest` and `highest`", name=setting.parameter)
        yield span, message, msg("begin with a value that can be set")


def _reading(reading: Reading, limit: Limit, workshop: LinkedWorkshop, span: Span) -> Iterator[Found]:
    extremes = reading.value - reading.noise, reading.value + reading.noise
    if not all(limit.holds(value * reading.factor) for value in extremes):
        message = msg(
            "{name} breaks its limits without any fault: {value}", name=reading.parameter, value=f"{reading.value:g}"
        )
        yield span, message, msg("write the faultless value here; a wrong one belongs to a fault")
    instrument = next((one for one in workshop.value.instruments if one.id == reading.instrument), None)
    if instrument is not None and instrument.range is not None:
        low, high = instrument.range
        if not low <= extremes[0] <= extremes[1] <= high:
            message = msg("{title} can not show {value}", title=instrument.title, value=f"{reading.value:g}")
            yield span, message, msg("correct the value or the instrument's `range`")
