"""No module teaches a task of the job that the book trains for.

What it finds: a task of a job specification named in `jobs` of `book.yml` that no module of the book names, by itself,
by its duty or by one of its competencies.

Why it matters: the graduate would meet this task at work for the first time.

What to do: write a module for it, or add the task to `jobs:` of the module that teaches it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.model.job import JobSpec, Task

RULE = Rule("TB401", "task-not-taught", Severity.WARNING, msg("a task of the book's job that no module teaches"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    taught = set(_taught(book))
    for job in book.jobs:
        if job.record is None or not isinstance(job.record.value, JobSpec):
            continue
        for task in _untaught(job.record.value, taught):
            name = f"{job.record.value.id}#{task.id}"
            message = msg("no module teaches {name} {title}", name=name, title=task.title)
            help_ = msg("add `{name}` to `jobs:` of the module that teaches it, or write one", name=name)
            yield Diagnostic(RULE, job.reference.span, message, help_, book=book.book.id)


def _untaught(spec: JobSpec, taught: Collection[tuple[str, str]]) -> Iterator[Task]:
    for duty in spec.duties:
        for task in duty.tasks:
            parts = (duty.id, task.id, *(competency.id for competency in task.competencies))
            if not any((spec.id, part) in taught for part in parts):
                yield task


def _taught(book: LinkedBook) -> Iterator[tuple[str, str]]:
    """The parts of jobs that the book's modules name, as (id of the job, id of the part)."""
    for module in book.modules:
        for one in (*module.jobs, *module.references):
            if one.kind == "job" and one.record is not None and one.part is not None:
                yield one.record.value.id, one.part.id
