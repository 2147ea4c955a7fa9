"""A question holds two kinds of answers, or something stands behind them.

What it finds: a `!!! quiz` with two lists of boxes, with boxes and blanks, or with text between the answers and 解析.

Why it matters: only the last list is scored. What else there is to answer looks as if it were, too.

What to do: make two questions of it. Begin the paragraph behind the answers with `解析：`, and write the reason for an
answer on the lines of that answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule

RULE = Rule("TB334", "quiz-kinds-mixed", Severity.ERROR, msg("a question of two kinds at once"))
_HELP = msg("make two questions of it, or begin what explains the answers with `解析：`")


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for question in module.module.questions:
        if question.mixed is not None:
            message = msg("this does not belong to the answers of question {number}", number=question.number)
            yield Diagnostic(RULE, question.mixed, message, _HELP, book=book.book.id)
