"""What stands in braces behind `quiz` can not be read.

What it finds: anything but an id and points between 0 and 100: `{points=many}`, `{level=2}`.

Why it matters: the question would count one point, and links to it would lead nowhere.

What to do: write `!!! quiz {#q-voltage points=2}`, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule

RULE = Rule("TB336", "quiz-attributes-unreadable", Severity.ERROR, msg("what stands behind `quiz` can not be read"))
_HELP = msg("write an id and points, such as `{{#q-voltage points=2}}`, or nothing")


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for question in module.module.questions:
        if question.unreadable is not None:
            message = msg("`{text}` can not be read", text=question.unreadable)
            yield Diagnostic(RULE, question.span, message, _HELP, book=book.book.id)
