"""What a mention names: the standards, with the verdict of the editions meant, or the part of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from textbuild.link.registry import Registry
from textbuild.link.verdict import Status, Verdict, begins, verdict
from textbuild.model.book import Anchor
from textbuild.model.citation import Citation, Reference
from textbuild.model.job import Competency, Duty, JobSpec, Task
from textbuild.model.process import Process, Step
from textbuild.model.span import Sourced, Span
from textbuild.model.standard import Standard
from textbuild.model.standard_number import StandardNumber, canonical, find_all
from textbuild.model.workshop import Workshop, workshop_anchor

_BEST_FIRST = (
    Status.CURRENT,
    Status.UNVERIFIED,
    Status.UPCOMING,
    Status.ANNOUNCED,
    Status.SUPERSEDED,
    Status.WITHDRAWN,
)

Judge = Callable[[str], Verdict]
"""Gives the verdict of the edition with this canonical number on the run's day."""
Named = tuple[tuple[Sourced[Standard], ...], tuple[Verdict, ...]]
"""What a number names: standards, and the verdicts of the editions meant."""


@dataclass(frozen=True, slots=True)
class ResolvedCitation:
    """A citation with what it names. No `standards`: the number is unknown. No `verdicts`: the edition is."""

    citation: Citation
    standards: tuple[Sourced[Standard], ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    @property
    def known(self) -> bool:
        return bool(self.standards)

    @property
    def verdict(self) -> Verdict | None:
        """Of several parts, the worst."""
        return max(self.verdicts, key=lambda one: _BEST_FIRST.index(one.status), default=None)

    @property
    def edition(self) -> str | None:
        """The edition meant; None if unknown or if all parts are meant."""
        return self.verdicts[0].edition if len(self.verdicts) == 1 else None


@dataclass(frozen=True, slots=True)
class ResolvedReference:
    """An explicit mention with what it names; `kind` None: nothing has this id."""

    reference: Reference
    kind: Literal["job", "process", "workshop", "anchor"] | None = None
    record: Sourced[JobSpec] | Sourced[Process] | Sourced[Workshop] | None = None
    part: Duty | Task | Competency | Step | None = None
    anchor: Anchor | None = None
    module: str | None = None
    """Path of the module that holds the anchor, or in which the workshop stands."""


Resolver = Callable[[Citation], ResolvedCitation]


def judge_on(registry: Registry, day: date, max_check_age: int) -> Judge:
    """The verdicts of one day, each worked out once."""
    known: dict[str, Verdict] = {}

    def judge(edition: str) -> Verdict:
        if edition not in known:
            known[edition] = verdict(registry, edition, day, max_check_age)
        return known[edition]

    return judge


def resolver(registry: Registry, judge: Judge) -> Resolver:
    """`resolve_citation` for many citations: each number, of which a library cites few, is looked up once."""
    known: dict[StandardNumber, Named] = {}

    def resolve(citation: Citation) -> ResolvedCitation:
        number = citation.number
        if number not in known:
            known[number] = _named(number, registry, judge)
        return ResolvedCitation(citation, *known[number])

    return resolve


def resolve_citation(citation: Citation, registry: Registry, judge: Judge) -> ResolvedCitation:
    """Dated: that edition alone. Undated: the one current on the day, the latest if several. All parts: each one."""
    return ResolvedCitation(citation, *_named(citation.number, registry, judge))


def basis_citation(text: str, span: Span) -> Citation:
    """A `basis` entry as a citation. What is no standard number stays as written, so that it is found unknown."""
    mentions = find_all(text)
    number = mentions[0].number if mentions else StandardNumber(text.strip())
    return Citation(number, text, span, mentions[0].locator if mentions else None)


def resolve_reference(
    reference: Reference,
    jobs: Mapping[str, Sourced[JobSpec]],
    processes: Mapping[str, Sourced[Process]],
    anchors: Mapping[str, tuple[Anchor, str]],
    workshops: Mapping[str, Sourced[Workshop]] = MappingProxyType({}),
) -> ResolvedReference:
    """Finds `job:id#part`, `process:id#step`, `workshop:id` or an anchor of the book.

    `anchors` gives each with its module's path.
    """
    record_id, _, part_id = reference.target.partition("#")
    if job := jobs.get(record_id):
        part = job.value.part(part_id) if part_id else None
        return ResolvedReference(reference, "job" if part or not part_id else None, job, part)
    if process := processes.get(record_id):
        step = process.value.step(part_id) if part_id else None
        return ResolvedReference(reference, "process" if step or not part_id else None, process, step)
    if workshop := workshops.get(reference.target):
        anchor, module = anchors.get(workshop_anchor(reference.target), (None, None))
        return ResolvedReference(reference, "workshop", workshop, None, anchor, module)
    if found := anchors.get(reference.target):
        return ResolvedReference(reference, "anchor", anchor=found[0], module=found[1])
    return ResolvedReference(reference)


def _named(number: StandardNumber, registry: Registry, judge: Judge) -> Named:
    if number.all_parts:
        standards = registry.parts(number.identity) or _standard(registry, number.identity)
        chosen = (_undated(registry, standard.value.number, judge) for standard in standards)
        return standards, tuple(one for one in chosen if one is not None)
    standards = _standard(registry, number.identity)
    if number.edition is None:
        meant = _undated(registry, number.identity, judge)
    else:
        dated = number.canonical if number.canonical in registry.editions else number.edition
        meant = judge(dated) if dated in registry.editions else None
    return standards, () if meant is None else (meant,)


def _standard(registry: Registry, identity: str) -> tuple[Sourced[Standard], ...]:
    standard = registry.standards.get(identity)
    return () if standard is None else (standard,)


def _undated(registry: Registry, identity: str, judge: Judge) -> Verdict | None:
    entries = registry.editions_of(identity)
    if not entries:
        return None
    numbered: Iterable[tuple[int, str, str]] = (
        (_BEST_FIRST.index(judge(number).status), str(begins(entry) or entry.edition.published or ""), number)
        for entry in entries
        for number in [canonical(entry.edition.edition)]
    )
    ordered = sorted(numbered, key=lambda item: (item[1], item[2]), reverse=True)
    return judge(min(ordered, key=lambda item: item[0])[2])
