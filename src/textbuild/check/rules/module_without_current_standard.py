"""A module rests on no standard that is in force.

What it finds: a module of kind `module` of which no standard, neither under `basis:` nor in the text, is current on the
day of the check. Mentions that only tell history do not count. Books with `citations: optional` are exempt.

Why it matters: every module of these textbooks teaches work that a standard governs. One that names none, or only
outdated ones, can not be built.

What to do: name the standards that the module is written to under `basis:` in its front matter, or cite them in the
text. A preface or an appendix says `kind: front` or `kind: appendix`.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.cited import judged, listed
from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.verdict import Status

RULE = Rule(
    "TB301", "module-without-current-standard", Severity.ERROR, msg("a module that rests on no standard in force")
)


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    if book.book.exempt or module.module.kind != "module":
        return
    verdicts = [verdict for resolved in judged(module, book) for verdict in resolved.verdicts]
    if any(verdict.status is Status.CURRENT for verdict in verdicts):
        return
    message, help_ = _words(list(dict.fromkeys(verdict.edition for verdict in verdicts)), linked)
    yield Diagnostic(RULE, module.module.front.span, message, help_, book=book.book.id)


def _words(cited: list[str], linked: LinkedLibrary) -> tuple[Message, Message]:
    if not cited:
        return (
            msg("this module cites no standard that the library knows"),
            msg("name the standards it is written to under `basis:` in its front matter, or cite them in the text"),
        )
    return (
        msg("no standard that this module cites is in force on {day}: {cited}", day=linked.day, cited=listed(cited)),
        msg("cite the editions in force, or verify those whose status is not known"),
    )
