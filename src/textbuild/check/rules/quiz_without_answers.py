"""A question has nothing to answer.

What it finds: a `!!! quiz` that holds neither a list with boxes, nor a blank `[[…]]`, nor a numbered list, nor a table
of two columns; and one with a single answer, step or pair.

Why it matters: the student sees a question and can do nothing with it, and no score can count it.

What to do: write the answers below the question, as the manual shows under 出题.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule

RULE = Rule("TB330", "quiz-without-answers", Severity.ERROR, msg("a question without answers"))
_HELP = msg("write answers with boxes (`- [ ]`, `- [x]`), blanks `[[…]]`, a numbered list, or a table of two columns")
_HELP_ONE = msg("write at least two, so that there is something to choose, to order or to match")


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for question in module.module.questions:
        values = {"number": question.number}
        if question.kind is None:
            message = msg("question {number} has no answers", **values)
            yield Diagnostic(RULE, question.span, message, _HELP, book=book.book.id)
        elif not question.blanks and len(list(question.answers())) < 2:
            message = msg("question {number} has only one answer", **values)
            yield Diagnostic(RULE, question.span, message, _HELP_ONE, book=book.book.id)
