"""No answer of a question is right, or nothing is left to be wrong.

What it finds: answers with boxes of which none is ticked, or all are; a blank with an empty answer, `[[ ]]`,
`[[绝缘电阻|]]`.

Why it matters: whatever the student answers, he is told that it is wrong, or everything counts as right.

What to do: write `- [x]` before each right answer, `- [ ]` before the others, and the accepted words between the
brackets.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule

RULE = Rule("TB331", "quiz-without-right-answer", Severity.ERROR, msg("a question without a right answer"))
_HELP = msg("write `- [x]` before what is right and `- [ ]` before what is wrong")


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for question in module.module.questions:
        right = [choice.right for choice in question.choices]
        if right and not any(right):
            message = msg("no answer of question {number} is marked as right", number=question.number)
            yield Diagnostic(RULE, question.span, message, _HELP, book=book.book.id)
        elif len(right) > 1 and all(right):
            message = msg("every answer of question {number} is marked as right", number=question.number)
            yield Diagnostic(RULE, question.span, message, _HELP, book=book.book.id)
        for blank in question.blanks:
            if not all(blank.accepted):
                message = msg("an answer of this blank is empty")
                help_ = msg("write the answer between the brackets; several are divided by `|`")
                yield Diagnostic(RULE, blank.span, message, help_, book=book.book.id)
