"""The number of a calculation can not be read.

What it finds: a blank with `±` that is not a number, a tolerance and, if wanted, a unit: `[[134 ± s]]`, `[[约 134 ± 2
s]]`.

Why it matters: the answer would be compared letter by letter, and every right result would count as wrong.

What to do: write `[[134 ± 2 s]]`, `[[0.45±0.01 MΩ]]`, or `[[80 ± 5% V]]` where the tolerance is a share of the value.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.model.quantity import has_tolerance

RULE = Rule("TB333", "quiz-number-unreadable", Severity.ERROR, msg("a number to calculate that can not be read"))
_HELP = msg("write the number, the tolerance and the unit, such as `[[134 ± 2 s]]`")


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for question in module.module.questions:
        for blank in question.blanks:
            written = "|".join(blank.accepted)
            if blank.quantity is None and has_tolerance(written):
                message = msg("`{text}` is no number with tolerance and unit", text=written)
                yield Diagnostic(RULE, blank.span, message, _HELP, book=book.book.id)
