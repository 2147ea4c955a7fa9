"""A wrong answer does not say why it is wrong.

What it finds: an answer with an empty box, `- [ ]`, that has no line below it with the reason. For 对 and 错 an 解析 is
enough.

Why it matters: who chose it learns only that it was wrong. The reason is what the question teaches.

What to do: write on the next line, indented like the answer, what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule

RULE = Rule("TB335", "quiz-reason-missing", Severity.WARNING, msg("a wrong answer without a reason"))
_HELP = msg("write on the next line, indented like the answer, why it is wrong")


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for question in module.module.questions:
        if question.kind == "truth" and question.explanation:
            continue
        for choice in question.choices:
            if not choice.right and not choice.reason:
                message = msg("“{text}” is wrong, and no reason is given", text=choice.text)
                yield Diagnostic(RULE, choice.span, message, _HELP, book=book.book.id)
