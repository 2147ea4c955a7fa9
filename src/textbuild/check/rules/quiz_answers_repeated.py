"""Two answers of a question are the same.

What it finds: answers, steps to put into order, or left sides of a table to match, that have the same words.

Why it matters: nobody can tell them apart, and one of them may count as wrong.

What to do: delete one, or write what makes the difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule

RULE = Rule("TB332", "quiz-answers-repeated", Severity.ERROR, msg("a question with the same answer twice"))
_HELP = msg("delete one of them, or write what makes the difference")


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for question in module.module.questions:
        seen: set[str] = set()
        for text, span in question.answers():
            words = "".join(text.split()).casefold()
            if words in seen:
                message = msg("“{text}” is an answer of question {number} already", text=text, number=question.number)
                yield Diagnostic(RULE, span, message, _HELP, book=book.book.id)
            seen.add(words)
