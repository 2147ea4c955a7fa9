"""A limit in a virtual workshop rests on a standard whose status is not proven, or that is not yet in force.

What it finds: a parameter that the student sets or measures, whose limit in the process record has a `basis` that is
unverified, announced or not yet in force on the day of the check.

Why it matters: what is not known to be current must not be taught as if it were.

What to do: check the standard at an official source and record that under `checks`; for one that is still to come, keep
the limit in force today and change it on the day.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.verdict import Status
from textbuild.model.standard_number import printed

RULE = Rule("TB343", "workshop-limit-unverified", Severity.WARNING, msg("a workshop's limit from an unproven standard"))


_UNSURE = (Status.UNVERIFIED, Status.UPCOMING, Status.ANNOUNCED)


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for workshop in book.workshops:
        for work, name, span in workshop.used():
            limit = workshop.limits.get((work.step, name))
            for verdict in [one.verdict for one in limit.standards] if limit is not None else ():
                if verdict is None or verdict.status not in _UNSURE:
                    continue
                number = printed(verdict.edition)
                message = msg(
                    "the limit of {name} rests on {edition}, which is not known to be in force",
                    name=name,
                    edition=number,
                )
                help_ = msg("look {edition} up at an official source and record it under `checks`", edition=number)
                yield Diagnostic(RULE, span, message, help_, book=book.book.id)
