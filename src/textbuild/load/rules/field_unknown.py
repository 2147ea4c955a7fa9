"""A record or front matter has a field that textbuild does not know.

What it finds: a misspelt field name, or a field at the wrong indentation.

Why it matters: a misspelt `efective:` would leave an edition without the day it comes into force.

What to do: use the name that the help gives, or look the fields up in the manual's chapter on file formats.
"""

import difflib
from collections.abc import Iterable

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.model.span import Span

RULE = Rule("TB003", "field-unknown", Severity.ERROR, msg("a field that is not known"))


def diagnose(name: str, known: Iterable[str], span: Span, book: str | None = None) -> Diagnostic:
    """The finding for field `name` where only `known` fields may stand."""
    fields = sorted(known)
    near = difflib.get_close_matches(name, fields, n=1, cutoff=0.6)
    if near:
        help_ = msg("did you mean `{field}`?", field=near[0])
    else:
        help_ = msg("the fields known here are: {fields}", fields=", ".join(fields))
    return Diagnostic(RULE, span, msg("field `{field}` is not known here", field=name), help_, book=book)
