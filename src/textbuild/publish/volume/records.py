"""The appendix: job specifications and processes that the book teaches, as tables, with who issued them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from textbuild.link.library import LinkedBook
from textbuild.link.resolve import ResolvedReference
from textbuild.model.job import JobSpec
from textbuild.model.process import Parameter, Process
from textbuild.model.standard_number import parse


@dataclass(frozen=True, slots=True)
class Records:
    """What the appendix shows."""

    jobs: tuple[JobSpec, ...]
    processes: tuple[Process, ...]
    taught: Mapping[tuple[str, str], tuple[str, ...]]
    """(job id, part id) → paths of the modules whose front matter says that they teach it."""

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(one.id for one in self.jobs) | frozenset(one.id for one in self.processes)


def records_of(book: LinkedBook) -> Records:
    """Every record that the book, its modules or their texts name, in order of first mention."""
    jobs: dict[str, JobSpec] = {}
    processes: dict[str, Process] = {}
    taught: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for one in _named(book):
        if one.record is None or one.kind is None:
            continue
        if isinstance(one.record.value, JobSpec):
            jobs.setdefault(one.record.value.id, one.record.value)
        elif isinstance(one.record.value, Process):
            processes.setdefault(one.record.value.id, one.record.value)
    for module in book.modules:
        for one in module.jobs:
            if one.record is not None and one.part is not None:
                taught[one.record.value.id, one.part.id][module.module.path] = None
    paths = {key: tuple(modules) for key, modules in taught.items()}
    return Records(tuple(jobs.values()), tuple(processes.values()), paths)


def limits(parameter: Parameter) -> tuple[str, str, str]:
    """Nominal, lowest and highest value as printed; a dash for what is not given."""
    values = (parameter.nominal, parameter.min, parameter.max)
    nominal, lowest, highest = (_number(value) if value is not None else "—" for value in values)
    return nominal, lowest, highest


def origin(parameter: Parameter) -> str:
    """What stands behind a parameter's limits: a standard, a source that was read (its host), or general knowledge."""
    if parameter.basis is not None:
        number = parse(parameter.basis.standard)
        clause = f" 第 {parameter.basis.clause} 条" if parameter.basis.clause else ""
        return (number.printed if number else parameter.basis.standard) + clause
    if parameter.evidence == "seen":
        return host_of(parameter.source or "") or parameter.source or "已查到公开来源"
    return "一般工程知识"


def host_of(address: str) -> str | None:
    """`www.example.org` of a web address; None for anything else."""
    found = re.match(r"https?://([\w.-]+)", address)
    return found[1] if found else None


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "\u2212")


def _named(book: LinkedBook) -> list[ResolvedReference]:
    named = list(book.jobs)
    for module in book.modules:
        named += [*module.jobs, *module.processes, *module.references]
    return named
