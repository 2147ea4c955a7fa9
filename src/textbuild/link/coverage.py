"""The tasks and competencies of a book's jobs × its modules: which are taught, practised, assessed, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from textbuild.link.library import LinkedBook, LinkedModule
from textbuild.link.resolve import ResolvedReference
from textbuild.model.book import Book, Heading, Module
from textbuild.model.job import Competency, Duty, JobSpec, Task

Part = tuple[str, str]
"""Id of a job and of a duty, task or competency in it."""


class Layer(StrEnum):
    """How a module covers a task.

    Taught: the front matter names it under `jobs:`. Practised: a reference names it under a heading of practice; or
    the front matter names it and a process, and the module has such a heading. Assessed: a reference names it in a
    question of a self-test, or under a heading of assessment.
    """

    TAUGHT = "taught"
    PRACTISED = "practised"
    ASSESSED = "assessed"


HEADINGS: tuple[tuple[Layer, tuple[str, ...]], ...] = (
    (Layer.ASSESSED, ("自测", "评价表", "质量检验")),
    (Layer.PRACTISED, ("实施步骤", "实训", "练习")),
)
"""The words by which a heading, and all below it, belongs to a layer. The first that fits counts: 自测练习 assesses."""


@dataclass(frozen=True, slots=True)
class Row:
    """One task, or one competency of a task, with the layers of each module, in the order of `Coverage.modules`."""

    job: JobSpec
    duty: Duty
    task: Task
    competency: Competency | None
    cells: tuple[frozenset[Layer], ...]

    @property
    def part(self) -> Task | Competency:
        return self.competency or self.task

    @property
    def name(self) -> str:
        """As a reference writes it, `job:ev-battery-assembler#A1-S2`."""
        return f"{self.job.id}#{self.part.id}"

    @property
    def layers(self) -> frozenset[Layer]:
        """Those of all modules together."""
        return frozenset().union(*self.cells)


@dataclass(frozen=True, slots=True)
class Coverage:
    book: Book
    jobs: tuple[JobSpec, ...]
    modules: tuple[Module, ...]
    """Those of kind `module`, and other pages that cover something."""
    rows: tuple[Row, ...]
    """Each task, followed by its competencies."""

    @property
    def uncovered(self) -> tuple[Row, ...]:
        """Tasks that no module covers in any layer; and competencies, where their task is covered."""
        bare = {(row.job.id, row.task.id) for row in self.rows if row.competency is None and not row.layers}
        return tuple(
            row
            for row in self.rows
            if not row.layers and (row.competency is None or (row.job.id, row.task.id) not in bare)
        )

    @property
    def idle(self) -> tuple[Module, ...]:
        """Modules that cover no task of these jobs."""
        return tuple(
            module for index, module in enumerate(self.modules) if not any(row.cells[index] for row in self.rows)
        )

    def tasks(self, layer: Layer | None = None) -> int:
        """How many tasks there are; those of one layer, if it is given."""
        tasks = [row for row in self.rows if row.competency is None]
        return len(tasks) if layer is None else sum(layer in row.layers for row in tasks)


def coverage(book: LinkedBook) -> Coverage:
    """The matrix of one book. Without a job specification that is known it has no rows, and every module is idle."""
    jobs = tuple({spec.id: spec for spec in _specs(book.jobs)}.values())
    named = [(module.module, _named(module)) for module in book.modules]
    keys = {key for job in jobs for *_, row_keys in _parts(job) for key in row_keys}
    kept = [(one, parts) for one, parts in named if one.kind == "module" or any(keys & each for each in parts.values())]
    rows = tuple(
        Row(job, duty, task, competency, tuple(_layers(parts, keys) for _, parts in kept))
        for job in jobs
        for duty, task, competency, keys in _parts(job)
    )
    return Coverage(book.book, jobs, tuple(module for module, _ in kept), rows)


def _specs(jobs: Iterable[ResolvedReference]) -> Iterator[JobSpec]:
    for job in jobs:
        if job.record is not None and isinstance(job.record.value, JobSpec):
            yield job.record.value


def _parts(job: JobSpec) -> Iterator[tuple[Duty, Task, Competency | None, frozenset[Part]]]:
    """Each task and competency with the parts that cover it when they are named.

    A whole names all that is in it, and a competency also its task, as TB401 has it.
    """
    for duty in job.duties:
        for task in duty.tasks:
            whole = {(job.id, duty.id), (job.id, task.id)}
            yield duty, task, None, frozenset(whole | {(job.id, one.id) for one in task.competencies})
            for one in task.competencies:
                yield duty, task, one, frozenset(whole | {(job.id, one.id)})


def _layers(named: Mapping[Layer, frozenset[Part]], keys: frozenset[Part]) -> frozenset[Layer]:
    return frozenset(layer for layer, parts in named.items() if parts & keys)


def _named(module: LinkedModule) -> dict[Layer, frozenset[Part]]:
    """What the module names in each layer."""
    under = _layers_of_headings(module.module.headings)
    named: dict[Layer, set[Part]] = {layer: set() for layer in Layer}
    named[Layer.TAUGHT].update(_job_parts(module.jobs))
    for reference in module.references:
        if any(question.holds(reference.reference.span) for question in module.module.questions):
            named[Layer.ASSESSED].update(_job_parts([reference]))
        elif (layer := under.get(reference.reference.heading or "")) is not None:
            named[layer].update(_job_parts([reference]))
    if Layer.PRACTISED in under.values() and any(process.kind == "process" for process in module.processes):
        named[Layer.PRACTISED] |= named[Layer.TAUGHT]
    return {layer: frozenset(parts) for layer, parts in named.items()}


def _job_parts(references: Iterable[ResolvedReference]) -> Iterator[Part]:
    for one in references:
        if one.kind == "job" and one.record is not None and one.part is not None:
            yield one.record.value.id, one.part.id


def _layers_of_headings(headings: Iterable[Heading]) -> dict[str, Layer]:
    """Anchor of each heading that belongs to a layer, by its own words or by those of the nearest above it.

    A heading of level 1 is the module's title, which tells what the work is and not what the section does.
    """
    found: dict[str, Layer] = {}
    above: list[tuple[int, Layer | None]] = []
    for heading in headings:
        while above and above[-1][0] >= heading.level:
            above.pop()
        own = _layer_of(heading.text) if heading.level > 1 else None
        layer = own or (above[-1][1] if above else None)
        above.append((heading.level, layer))
        if layer is not None:
            found[heading.anchor] = layer
    return found


def _layer_of(text: str) -> Layer | None:
    return next((layer for layer, words in HEADINGS if any(word in text for word in words)), None)
