"""The points of a virtual workshop do not add up.

What it finds: points that are not 100 in all; points for something that the workshop does not have, such as faults
where there are none; no points for something that it has; more faults in the exam than there are; a goal of the line
without a number.

Why it matters: a student could not reach the full mark, or work would count for nothing.

What to do: share 100 points among `steps`, `settings`, `readings`, `faults` and `line`, and give points to each that
the workshop has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.model.workshop import Workshop

RULE = Rule("TB345", "workshop-points-wrong", Severity.ERROR, msg("points that do not add up"))

Found = tuple[tuple[str | int, ...], Message, Message]


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for workshop in book.workshops:
        for keys, message, help_ in (*_points(workshop.value), *_exam(workshop.value), *_goals(workshop.value)):
            yield Diagnostic(RULE, workshop.file.places.at(*keys), message, help_, book=book.book.id)


def _points(workshop: Workshop) -> Iterator[Found]:
    share = msg("share 100 points among what the workshop has")
    points, has = _points_of(workshop), _parts_of(workshop)
    total = sum(points.values())
    if abs(total - 100) > 1e-9:
        yield ("scoring", "steps"), msg("the points are {total} in all, not 100", total=f"{total:g}"), share
    for part, given in points.items():
        if given and not has[part]:
            yield ("scoring", part), msg("there are points for `{part}`, and the workshop has none", part=part), share
        elif has[part] and not given:
            yield ("scoring", part), msg("there are no points for `{part}`", part=part), share


def _points_of(workshop: Workshop) -> Mapping[str, float]:
    scoring = workshop.scoring
    parts = ("steps", "settings", "readings", "faults", "line")
    return {part: getattr(scoring, part) for part in parts}


def _parts_of(workshop: Workshop) -> Mapping[str, bool]:
    return {
        "steps": True,
        "settings": any(step.settings for step in workshop.steps),
        "readings": any(step.readings for step in workshop.steps),
        "faults": bool(workshop.faults),
        "line": workshop.line is not None and bool(workshop.line.goals),
    }


def _exam(workshop: Workshop) -> Iterator[Found]:
    wanted = workshop.exam.faults
    if wanted is not None and (wanted > len(workshop.faults) or (wanted == 0 and workshop.scoring.faults)):
        message = msg("the exam draws {wanted} faults of {number}", wanted=wanted, number=len(workshop.faults))
        yield ("exam", "faults"), message, msg("draw as many as there are at most, and one at least")


def _goals(workshop: Workshop) -> Iterator[Found]:
    for index, goal in enumerate(workshop.line.goals if workshop.line else ()):
        if goal.at_least is None and goal.at_most is None:
            message = msg("the goal {measure} has no number", measure=goal.measure)
            yield ("line", "goals", index), message, msg("add `at_least` or `at_most`")
