"""A suppression silences nothing.

What it finds: `<!-- textbuild: ignore[TB203] … -->` whose next block has no such finding, that names a code which no
rule has, or that gives no reason.

Why it matters: a suppression that outlives its finding would silence the next one, unseen.

What to do: delete it, or the code in it that silences nothing; give a reason where there is none.
"""

from __future__ import annotations

from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.model.book import Suppression

RULE = Rule("TB901", "suppression-unused", Severity.WARNING, msg("a suppression that silences nothing"))


def diagnose(suppression: Suppression, code: str, known: bool, book: str) -> Diagnostic:
    """The finding for one `code` of a suppression that silenced nothing. `known`: a rule has that code."""
    message, help_ = _words(suppression, code, known)
    return Diagnostic(RULE, suppression.span, message, help_, book=book)


def _words(suppression: Suppression, code: str, known: bool) -> tuple[Message, Message]:
    if not known:
        return msg("no rule has the code {code}", code=code), msg("the manual lists the rules and their codes")
    if not suppression.reason.strip():
        return (
            msg("this suppression of {code} gives no reason, and so silences nothing", code=code),
            msg("write why after the bracket: `<!-- textbuild: ignore[{code}] reason -->`", code=code),
        )
    return msg("the next block has no finding {code} to silence", code=code), msg("delete it")
