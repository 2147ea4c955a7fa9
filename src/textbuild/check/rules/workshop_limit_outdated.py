"""A limit in a virtual workshop rests on a standard that no longer holds.

What it finds: a parameter that the student sets or measures, whose limit in the process record has a `basis` that was
superseded or withdrawn by the day of the check, or that the library does not know.

Why it matters: the workshop tells the student which limit of which standard was broken. An old limit, taught by doing,
is kept longest.

What to do: read the standard in force, correct `min`, `max` and `basis` of the parameter in the process record.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.verdict import Status
from textbuild.model.standard_number import printed

RULE = Rule("TB342", "workshop-limit-outdated", Severity.ERROR, msg("a workshop's limit from an outdated standard"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for workshop in book.workshops:
        for work, name, span in workshop.used():
            limit = workshop.limits.get((work.step, name))
            if limit is None or limit.basis is None:
                continue
            verdict = limit.basis.verdict
            number = printed(verdict.edition) if verdict else limit.basis.citation.number.printed
            if verdict is None:
                message = msg("the limit of {name} rests on {edition}, which is not known", name=name, edition=number)
            elif verdict.status in (Status.SUPERSEDED, Status.WITHDRAWN):
                message = msg(
                    "the limit of {name} rests on {edition}, which holds no longer", name=name, edition=number
                )
            else:
                continue
            help_ = msg(
                "correct the limit and its `basis` in {process}, step {step}",
                process=workshop.value.process,
                step=work.step,
            )
            yield Diagnostic(RULE, span, message, help_, book=book.book.id)
