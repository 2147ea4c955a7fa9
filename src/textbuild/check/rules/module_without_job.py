"""A module is linked to no task of a job.

What it finds: a module of kind `module` that names no task, duty or competency of a job specification, neither under
`jobs:` in its front matter nor as `[@job:…#…]` in the text. Books with `citations: optional` are exempt.

Why it matters: a vocational textbook is measured by the work it trains for. What is linked to no task is missing from
the coverage that teachers and reviewers see.

What to do: add the tasks it trains for to its front matter, `jobs: [job:ev-battery-assembler#A1]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.model.job import JobSpec

RULE = Rule("TB302", "module-without-job", Severity.WARNING, msg("a module that is linked to no task of a job"))


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    if book.book.exempt or module.module.kind != "module":
        return
    named = [one for one in (*module.jobs, *module.references) if one.kind == "job"]
    if any(one.part is not None for one in named):
        return
    message = msg("this module is linked to no task of a job")
    if named:
        message = msg("this module names {job}, but none of its tasks", job=named[0].reference.target)
    yield Diagnostic(RULE, module.module.front.span, message, _help(book), book=book.book.id)


def _help(book: LinkedBook) -> Message:
    """An example that fits the book where that can be had."""
    specs = [job.record.value for job in book.jobs if job.record is not None]
    tasks = [f"{spec.id}#{task.id}" for spec in specs if isinstance(spec, JobSpec) for task in spec.tasks]
    example = tasks[0] if tasks else "job:ev-battery-assembler#A1"
    return msg("name the tasks it trains for in its front matter, such as `jobs: [{example}]`", example=example)
