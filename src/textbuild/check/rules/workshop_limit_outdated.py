"""A limit in a virtual workshop rests on a standard that no longer holds.

What it finds: a parameter that the student sets or measures, whose limit in the process record has a `basis` that was
superseded or withdrawn by the day of the check, or that the library does not know.

Why it matters: the workshop tells the student which limit of which standard was broken. An old limit, taught by doing,
is kept longest.

What to do: read the standard in force, correct `min`, `max` and `basis` of the parameter in the process record.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.resolve import ResolvedCitation
from textbuild.link.verdict import Status
from textbuild.model.standard_number import printed

RULE = Rule("TB342", "workshop-limit-outdated", Severity.ERROR, msg("a workshop's limit from an outdated standard"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for workshop in book.workshops:
        for work, name, span in workshop.used():
            limit = workshop.limits.get((work.step, name))
            help_ = msg(
                "correct the limit and its `basis` in {process}, step {step}",
                process=workshop.value.process,
                step=work.step,
            )
            for standard in limit.standards if limit is not None else ():
                if message := _fault(name, standard):
                    yield Diagnostic(RULE, span, message, help_, book=book.book.id)


def _fault(name: str, standard: ResolvedCitation) -> Message | None:
    verdict = standard.verdict
    if verdict is None:
        number = standard.citation.number.printed
        return msg("the limit of {name} rests on {edition}, which is not known", name=name, edition=number)
    if verdict.status not in (Status.SUPERSEDED, Status.WITHDRAWN):
        return None
    number = printed(verdict.edition)
    return msg("the limit of {name} rests on {edition}, which holds no longer", name=name, edition=number)
