"""A virtual workshop with the process that it exercises and the standards that the process' limits rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from textbuild.link.resolve import ResolvedCitation, Resolver, basis_citation
from textbuild.model.book import Anchor, Module
from textbuild.model.citation import Citation
from textbuild.model.process import Parameter, Process, Step
from textbuild.model.span import Sourced, Span
from textbuild.model.standard_number import find_all
from textbuild.model.workshop import Fault, Reading, Workshop, WorkStep


@dataclass(frozen=True, slots=True)
class Limit:
    """A parameter of a step, the standard that sets its limits, and those that its note refers to."""

    parameter: Parameter
    basis: ResolvedCitation | None = None
    noted: tuple[ResolvedCitation, ...] = ()

    @property
    def standards(self) -> tuple[ResolvedCitation, ...]:
        return self.noted if self.basis is None else (self.basis, *self.noted)

    @property
    def missing(self) -> bool:
        return self.parameter.min is None and self.parameter.max is None

    def holds(self, value: float) -> bool:
        low, high = self.parameter.min, self.parameter.max
        return (low is None or value >= low) and (high is None or value <= high)


@dataclass(frozen=True, slots=True)
class Home:
    """Where a module has the workshop; anywhere else it is only named."""

    module: str
    """The module's path."""
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class LinkedWorkshop:
    file: Sourced[Workshop]
    process: Sourced[Process] | None
    limits: Mapping[tuple[str, str], Limit]
    """By step and name of the parameter."""
    home: Home | None = None

    @property
    def value(self) -> Workshop:
        return self.file.value

    def step(self, id_: str) -> Step | None:
        return self.process.value.step(id_) if self.process else None

    def used(self) -> Iterator[tuple[WorkStep, str, Span]]:
        """Each parameter that is set, read or named by a fault: its step, its name, and where it is named."""
        for i, work in enumerate(self.value.steps):
            for j, setting in enumerate(work.settings):
                yield work, setting.parameter, self.file.places.at("steps", i, "settings", j, "parameter")
            for j, reading in enumerate(work.readings):
                yield work, reading.parameter, self.file.places.at("steps", i, "readings", j, "parameter")
        for i, fault in enumerate(self.value.faults):
            work_ = self.work(fault.step)
            if fault.parameter is not None and work_ is not None:
                yield work_, fault.parameter, self.file.places.at("faults", i, "parameter")

    def work(self, step: str) -> WorkStep | None:
        return next((one for one in self.value.steps if one.step == step), None)

    def reading(self, fault: Fault) -> Reading | None:
        """The reading that a fault changes."""
        work = self.work(fault.step)
        return next((one for one in work.readings if one.parameter == fault.parameter), None) if work else None


def link_workshop(
    file: Sourced[Workshop], processes: Mapping[str, Sourced[Process]], resolve: Resolver, home: Home | None
) -> LinkedWorkshop:
    process = processes.get(file.value.process)
    limits: dict[tuple[str, str], Limit] = {}
    for step in process.value.steps if process else ():
        for parameter in step.parameters:
            limits.setdefault((step.id, parameter.name), _limit(parameter, file.span, resolve))
    return LinkedWorkshop(file, process, limits, home)


def homes(modules: tuple[Module, ...]) -> Mapping[str, Home]:
    """Anchor of each workshop that modules have → the first place."""
    found: dict[str, Home] = {}
    for module in modules:
        for anchor in module.anchors:
            if anchor.kind == "workshop":
                found.setdefault(anchor.id, Home(module.path, anchor))
    return found


def _limit(parameter: Parameter, span: Span, resolve: Resolver) -> Limit:
    mentions = find_all(parameter.note or "")
    noted = tuple(resolve(Citation(one.number, one.number.printed, span, one.locator)) for one in mentions)
    if parameter.basis is None:
        return Limit(parameter, None, noted)
    citation = basis_citation(parameter.basis.standard, span)
    basis = resolve(replace(citation, locator=parameter.basis.clause or citation.locator))
    return Limit(parameter, basis, noted)
