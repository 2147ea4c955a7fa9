"""Two things in the library have the same id.

What it finds: two books, modules, job specifications or processes with one id, and a standard or an edition that
two files hold.

Why it matters: a link, a printed code or a citation must lead to exactly one thing.

What to do: give the younger of the two another id; merge two files on the same standard into one.
"""

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.model.span import Span

RULE = Rule("TB006", "id-duplicate", Severity.ERROR, msg("one id used twice"))


def diagnose(id_: str, span: Span, first: Span, book: str | None = None) -> Diagnostic:
    message = msg("`{id}` is already used in {path}:{line}", id=id_, path=first.path, line=first.line)
    return Diagnostic(RULE, span, message, msg("give one of the two another id"), book=book)
