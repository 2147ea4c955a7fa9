"""A link or cross-reference names a place that its module does not have.

What it finds: `other.md#step-3` where that module has no such heading or id, `[@fig-pack]` where no figure, table,
equation or heading of the book has that id, and `[@job:…#A9]` or `[@process:…#S9]` without such a task or step.

Why it matters: the reader lands at the top of a page, and in print the reference has no number.

What to do: correct the id, or give the heading, figure or table the id that is named: `{#fig-pack}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.nearest import Nearest
from textbuild.check.targets import links
from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.resolve import ResolvedReference
from textbuild.model.job import JobSpec
from textbuild.model.process import Process

RULE = Rule("TB312", "anchor-missing", Severity.ERROR, msg("a link to a place that is not there"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    yield from _links(book, linked)
    nearest = Nearest(anchor.id for module in book.modules for anchor in module.module.anchors)
    for module in book.modules:
        for one in (*module.jobs, *module.processes, *module.references):
            if one.kind is None and (words := _words(one, nearest)):
                yield Diagnostic(RULE, one.reference.span, *words, book=book.book.id)


def _links(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    modules = {one.module.path: one.module for other in linked.books for one in other.modules}
    nearest: dict[str, Nearest] = {}
    for _, link, to in links(book):
        if link.kind != "link" or not to.fragment or to.path not in modules:
            continue
        ids = {anchor.id for anchor in modules[to.path].anchors}
        if to.fragment in ids:
            continue
        near = nearest.setdefault(to.path, Nearest(sorted(ids)))(to.fragment)
        message = msg("{path} has no heading or id #{fragment}", path=to.path, fragment=to.fragment)
        yield Diagnostic(RULE, link.span, message, _help(to.fragment, near), book=book.book.id)


def _words(one: ResolvedReference, nearest: Nearest) -> tuple[Message, Message] | None:
    """For a reference to nothing; None where the whole record is missing, which TB310 tells."""
    record_id, _, part = one.reference.target.partition("#")
    if one.record is None:
        if record_id.startswith(("job:", "process:", "workshop:")):
            return None
        message = msg("no figure, table, equation or heading has the id {id}", id=one.reference.target)
        return message, _help(record_id, nearest(record_id))
    if isinstance(one.record.value, JobSpec):
        parts = [task.id for task in one.record.value.tasks]
    elif isinstance(one.record.value, Process):
        parts = [step.id for step in one.record.value.steps]
    else:
        return None
    message = msg("{record} has no part {part}", record=record_id, part=part)
    return message, msg("it has {parts}", parts=", ".join(parts))


def _help(wanted: str, near: str | None) -> Message:
    if near is not None:
        return msg("did you mean #{near}?", near=near)
    return msg("give the place this id: `{{#{id}}}`", id=wanted)
