"""A virtual workshop (虚拟智能车间): how a process record becomes an exercise that a student carries out."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from textbuild.model.base import Frozen, Slug, Text

FOLDER = "workshops"
"""Below a book's own."""
Number = Annotated[float, Field(allow_inf_nan=False, ge=-1e12, le=1e12)]
Seconds = Annotated[float, Field(allow_inf_nan=False, ge=0, le=1e6)]
Points = Annotated[float, Field(allow_inf_nan=False, ge=0, le=100)]
Cell = Annotated[int, Field(ge=1, le=12)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=600)]

Machine = Literal["bench", "robot", "cnc", "washer", "camera", "press", "tester", "store", "vehicle", "person"]
FaultKind = Literal["order", "tolerance", "safety", "sensor"]


class Place(Frozen):
    """A station of the layout. `name` is that under `station` of the process' steps."""

    id: Slug
    name: Text
    machine: Machine = Field(default="bench", description="What is drawn")
    at: tuple[Cell, Cell] = Field(description="Column and row on the floor, counted from 1 at the top left")


class Layout(Frozen):
    """Where the stations stand, and the way of the workpiece."""

    stations: tuple[Place, ...] = Field(min_length=1, max_length=24)
    conveyor: tuple[Slug, ...] = Field(default=(), description="Ids of stations in the order of the workpiece")


class Instrument(Frozen):
    """A meter. It shows what a reading gives it, within its range."""

    id: Slug
    title: Text
    unit: str | None = Field(default=None, description="Where it is not the parameter's own")
    range: tuple[Number, Number] | None = Field(default=None, description="Smallest and largest value it can show")
    decimals: Annotated[int, Field(ge=0, le=6)] = 1


class Setting(Frozen):
    """A parameter of the step that the student sets. Its limits are those of the process record."""

    parameter: Text
    start: Number = Field(description="What is set at the beginning")
    lowest: Number = Field(description="Smallest value that can be set")
    highest: Number = Field(description="Largest value that can be set")
    by: Annotated[float, Field(allow_inf_nan=False, gt=0, le=1e9)] = 1


class Reading(Frozen):
    """A parameter of the step that the student measures and judges by the limits of the process record."""

    parameter: Text
    instrument: Slug
    value: Number = Field(description="What the instrument shows in the faultless state, in its unit")
    noise: Annotated[float, Field(allow_inf_nan=False, ge=0, le=1e9)] = Field(
        default=0, description="Readings scatter by so much at most"
    )
    factor: Annotated[float, Field(allow_inf_nan=False, gt=0, le=1e12)] = Field(
        default=1, description="Reading × factor = the parameter, where the units differ"
    )
    conversion: Words | None = Field(default=None, description="The conversion in words")


class WorkStep(Frozen):
    """A step of the process in the workshop; its actions are those of the record, in their order."""

    step: Text
    station: Slug | None = Field(default=None, description="Where the record names no station")
    any_order: bool = False
    safety: tuple[Text, ...] = Field(default=(), description="The actions that must never be skipped, as in the record")
    settings: tuple[Setting, ...] = Field(default=(), max_length=8)
    readings: tuple[Reading, ...] = Field(default=(), max_length=8)
    hint: Words | None = None


class Fault(Frozen):
    """What goes wrong, how it shows, and what is right to do."""

    id: Slug
    kind: FaultKind
    title: Text
    step: Text
    after: str | None = Field(default=None, description="The action after which it shows; else at the step's beginning")
    parameter: str | None = Field(default=None, description="The reading that it changes, or the limit that it breaks")
    value: Number | None = Field(default=None, description="What the instrument shows")
    failure: Literal["stuck", "dead", "drift"] | None = Field(default=None, description="How a sensor fails")
    symptom: Words
    reaction: Words = Field(description="The right reaction")
    wrong: tuple[Words, ...] = Field(min_length=1, max_length=5, description="Reactions that are wrong")
    why: Words = Field(description="Why the one is right and the others are not")


class Breakdown(Frozen):
    """Mean times in seconds of work between failures, and of a repair."""

    every: Annotated[float, Field(allow_inf_nan=False, ge=1, le=1e7)]
    repair: Annotated[float, Field(allow_inf_nan=False, ge=1, le=1e6)]


class LineStation(Frozen):
    """A station of the layout as a part of the line."""

    station: Slug
    cycle: Annotated[float, Field(allow_inf_nan=False, ge=0.5, le=1e5)] = Field(description="Seconds a piece")
    spread: Seconds = Field(default=0, description="Cycle times lie evenly between cycle − spread and cycle + spread")
    exponential: bool = Field(default=False, description="Cycle times are exponential with the mean `cycle`")
    buffer: Annotated[int, Field(ge=0, le=50)] = Field(default=0, description="Places before the station")
    good: Annotated[float, Field(allow_inf_nan=False, gt=0, le=1)] = Field(
        default=1, description="Share of good pieces (yield)"
    )
    rework: Slug | None = Field(default=None, description="The station that bad pieces go back to; without it, scrap")
    failures: Breakdown | None = None


class Adjust(Frozen):
    """What the student may change on the line."""

    station: Slug
    what: Literal["cycle", "buffer", "good"]
    lowest: Number
    highest: Number
    by: Annotated[float, Field(allow_inf_nan=False, gt=0, le=1e5)] = 1


class Goal(Frozen):
    """What the line must reach in its run."""

    measure: Literal["throughput", "yield", "wip", "cycle"]
    at_least: Number | None = None
    at_most: Number | None = None


class Line(Frozen):
    """Several stations that run together, with buffers between them, on a simulated clock."""

    minutes: Annotated[float, Field(allow_inf_nan=False, gt=0, le=2880)] = Field(
        default=60, description="Length of the run that is judged"
    )
    stations: tuple[LineStation, ...] = Field(min_length=2, max_length=24)
    adjust: tuple[Adjust, ...] = Field(default=(), max_length=12)
    goals: tuple[Goal, ...] = Field(default=(), max_length=4)
    task: Words


class Exam(Frozen):
    faults: Annotated[int, Field(ge=0, le=20)] | None = Field(
        default=None, description="How many are drawn; all if left out"
    )
    minutes: Annotated[float, Field(allow_inf_nan=False, gt=0, le=600)] | None = None


class Scoring(Frozen):
    """Points of 100."""

    steps: Points = Field(default=0, description="Actions in the right order, none skipped")
    settings: Points = 0
    readings: Points = 0
    faults: Points = 0
    line: Points = 0
    passed: Points = Field(default=60, description="Points from which the exam is passed")
    safety_fails: bool = Field(default=True, description="An exam with a skipped safety action is failed")


class Workshop(Frozen):
    """`books/<book>/workshops/<name>.yml`."""

    kind: Literal["workshop"]
    id: Annotated[str, StringConstraints(pattern=r"^workshop:[a-z0-9][a-z0-9-]*$")]
    title: Text
    process: Annotated[str, StringConstraints(pattern=r"^process:[a-z0-9][a-z0-9-]*$")]
    situation: Words
    task: Words
    ending: Words = Field(description="What to think about afterwards")
    seed: Annotated[int, Field(ge=1, le=2**31 - 1)] = Field(default=1, description="The same seed gives the same run")
    layout: Layout
    instruments: tuple[Instrument, ...] = Field(default=(), max_length=24)
    steps: tuple[WorkStep, ...] = Field(min_length=1, max_length=40)
    faults: tuple[Fault, ...] = Field(default=(), max_length=40)
    line: Line | None = None
    exam: Exam = Exam()
    scoring: Scoring

    def place(self, station: str | None) -> Place | None:
        """The station with this id or name."""
        return next((one for one in self.layout.stations if station in (one.id, one.name)), None)


def workshop_anchor(id_: str) -> str:
    """The HTML id of a workshop: `workshop:smart-cell` → `workshop-smart-cell`."""
    return id_.replace(":", "-")
