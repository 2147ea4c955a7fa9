"""A production process (生产工艺流程): its steps, their parameters with limits, and hazards."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from textbuild.model.base import Frozen, Slug, Text
from textbuild.model.standard import Check


class ParameterBasis(Frozen):
    """The standard, and the clause in it, that sets a limit."""

    standard: Text
    clause: str | None = None


class Parameter(Frozen):
    """A quantity of a step with its limits, in `unit`."""

    name: Text
    symbol: str | None = None
    unit: str | None = None
    nominal: float | None = None
    min: float | None = None
    max: float | None = None
    basis: ParameterBasis | None = None
    evidence: Literal["seen", "general"] = "general"
    source: str | None = None
    note: str | None = None


class Step(Frozen):
    id: Text
    title: Text
    station: str | None = None
    equipment: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    checks: tuple[str, ...] = ()
    hazards: tuple[str, ...] = ()
    note: str | None = None


class Process(Frozen):
    kind: Literal["process"]
    id: Annotated[str, StringConstraints(pattern=r"^process:[a-z0-9][a-z0-9-]*$")]
    title: Text
    sectors: tuple[Slug, ...] = ()
    majors: tuple[str, ...] = ()
    steps: tuple[Step, ...] = Field(min_length=1)
    note: str | None = None
    checks: tuple[Check, ...] = ()

    def step(self, step_id: str) -> Step | None:
        return next((step for step in self.steps if step.id == step_id), None)
