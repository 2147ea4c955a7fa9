"""One field is written twice in the same record.

What it finds: the second `effective:` of one edition, the second `title:` of one front matter.

Why it matters: YAML readers take one of the two without a word, and nobody knows which was meant.

What to do: keep the one that is right and delete the other.
"""

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.load.yaml_faults import DuplicateKey

RULE = Rule("TB005", "key-duplicate", Severity.ERROR, msg("a field written twice"))


def diagnose(fault: DuplicateKey, book: str | None = None) -> Diagnostic:
    message = msg("field `{field}` is written again here; first in line {line}", field=fault.key, line=fault.first.line)
    return Diagnostic(RULE, fault.span, message, msg("keep one of the two"), book=book)
