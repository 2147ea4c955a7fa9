"""Two things in the library have the same id.

What it finds: two books, modules, job specifications or processes with one id, and a standard or an edition that
two files hold; two clause maps between the same editions, and two entries of a map on one clause; two printings with
one id, and two ids whose pages would have the same address on paper, because they differ only in capital letters; one
word as term or alias of two entries of a glossary.

Why it matters: a link, a printed code or a citation must lead to exactly one thing.

What to do: give the younger of the two another id; merge two files on the same standard, or on the same
two editions, into one. Of a glossary's entries merge the two, or take the word out of one of them.
"""

from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.model.span import Span

RULE = Rule("TB006", "id-duplicate", Severity.ERROR, msg("one id used twice"))


def diagnose(
    id_: str, span: Span, first: Span, book: str | None = None, other_help: Message | None = None
) -> Diagnostic:
    message = msg("`{id}` is already used in {path}:{line}", id=id_, path=first.path, line=first.line)
    help_ = other_help or msg("give one of the two another id")
    return Diagnostic(RULE, span, message, help_, book=book)
