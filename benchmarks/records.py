"""Chooses records for a benchmark's library: without faults, and each with all that it replaces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from textbuild.check.rules import REGISTRY_RULES
from textbuild.diagnostics import Severity
from textbuild.link.registry import Registry
from textbuild.link.verdict import Status, verdict
from textbuild.load.garbage import without_garbage_collection
from textbuild.load.record_files import record_texts
from textbuild.load.records import read_record
from textbuild.model.job import JobSpec
from textbuild.model.process import Process
from textbuild.model.span import Sourced
from textbuild.model.standard import Standard
from textbuild.model.standard_number import StandardNumber, canonical, find_all, parse

Kind = TypeVar("Kind")

_MAX_CHECK_AGE = 365


@dataclass(frozen=True, slots=True)
class Citable:
    """An edition in force."""

    number: StandardNumber
    title: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """The records of a library, and what its modules may cite on `day`."""

    day: date
    paths: tuple[str, ...]
    """Files below `standards/`, relative to the root they come from: the chosen standards, all jobs, all processes."""
    standards: int
    citable: tuple[Citable, ...]
    jobs: tuple[JobSpec, ...]
    processes: tuple[str, ...]

    def allows(self, text: str) -> bool:
        """Whether every standard that a text mentions, if any, is one of those."""
        known = {one.number.identity for one in self.citable} | {one.number.canonical for one in self.citable}
        return all(
            (mention.number.canonical if mention.number.year else mention.number.identity) in known
            for mention in find_all(text)
            if not mention.number.all_parts
        ) and not any(mention.number.all_parts or mention.locator for mention in find_all(text))


def choose(source: Path, most: int, first: Iterable[str] = ()) -> Choice:
    """At most `most` standards of the library in `source`: those that the texts `first` mention, then by path.

    The day is that of the newest reading of a source, so that the same records always give the same verdicts.
    """
    with without_garbage_collection():
        records = _records(source)
    standards = {canonical(one.value.number): one for one in _of(records, Standard)}
    day = max(check.on for one in standards.values() for edition in one.value.editions for check in edition.checks)
    registry = Registry.of(standards.values())
    sound = _sound(registry, day)
    cited = [mention.number.identity for text in first for mention in find_all(text)]
    current = [identity for identity in sound if _current(registry, identity, day)]
    chosen: dict[str, None] = {}
    for identity in dict.fromkeys([*(one for one in cited if one in sound), *current, *sound]):
        needed = _closure(registry, identity)
        if needed <= sound.keys() and len(chosen.keys() | needed) <= most:
            chosen.update(dict.fromkeys(sorted(needed)))
    others = [one for one in records if not isinstance(one.value, Standard)]
    kept = [standards[identity] for identity in chosen]
    return Choice(
        day,
        tuple(sorted(one.span.path for one in (*kept, *others))),
        len(kept),
        tuple(citable for identity in chosen for citable in _current(registry, identity, day)),
        tuple(one.value for one in _of(records, JobSpec)),
        tuple(one.value.id for one in _of(records, Process)),
    )


def _of(records: Iterable[Sourced[Any]], kind: type[Kind]) -> list[Sourced[Kind]]:
    return [one for one in records if isinstance(one.value, kind)]


def _records(source: Path) -> list[Sourced[Any]]:
    read = (read_record(text)[0] for text in record_texts(source))
    return [record for record in read if record is not None]


def _sound(registry: Registry, day: date) -> dict[str, Sourced[Standard]]:
    """The standards in which no rule finds an error or a warning."""
    bad = {
        found.span.path
        for rule in REGISTRY_RULES
        for found in rule.check(registry, day, _MAX_CHECK_AGE)
        if found.rule.severity in (Severity.ERROR, Severity.WARNING)
    }
    return {identity: one for identity, one in registry.standards.items() if one.span.path not in bad}


def _current(registry: Registry, identity: str, day: date) -> list[Citable]:
    found = []
    for entry in registry.editions_of(identity):
        number = parse(entry.edition.edition)
        if number is None or verdict(registry, number.canonical, day, _MAX_CHECK_AGE).status is not Status.CURRENT:
            continue
        found.append(Citable(number, entry.title if entry.title and not find_all(entry.title) else None))
    return found if len(found) == 1 else []


def _closure(registry: Registry, identity: str) -> set[str]:
    """The standard and all whose editions it replaces, or is replaced by, at any remove."""
    needed: set[str] = set()
    queue = [identity]
    while queue:
        one = queue.pop()
        if one in needed:
            continue
        needed.add(one)
        for entry in registry.editions_of(one):
            edition = canonical(entry.edition.edition)
            linked = [replaced.edition for replaced in entry.edition.replacements]
            linked += [succession.edition for succession in registry.successors(edition)]
            queue += [number.identity for text in linked if (number := parse(text)) is not None]
    return needed
