"""A YAML file, or the front matter of a module, is not YAML that textbuild reads.

What it finds: wrong indentation, a missing quote or bracket, a tab; and the tricks that a library has no use for:
very deep nesting, aliases that multiply, tags that name program objects.

Why it matters: nothing in the file can be used until it is mended.

What to do: look at the place named. Text that holds `: ` or begins with a sign such as `@`, `*` or `[` wants quotes.
"""

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.load.yaml_faults import Malformed

RULE = Rule("TB002", "yaml-malformed", Severity.ERROR, msg("YAML that can not be read"))

PROBLEMS = {
    "too-deep": msg("this is nested too deep"),
    "too-many-aliases": msg("aliases (`*name`) repeat too much content"),
    "tag-refused": msg("tags (`!name`) are not allowed"),
    "key-not-text": msg("a key must be a word"),
    "mapping values are not allowed in this context": msg("a second `: ` in one line: put the text in quotes"),
    "found character that cannot start any token": msg(
        "a tab, or a sign that must stand in quotes (`@`, `%`, backtick)"
    ),
    "found undefined alias": msg("`*` at the start of a value: put the text in quotes"),
    "did not find expected key": msg("the indentation does not fit the lines above"),
    "did not find expected ',' or ']'": msg("a `,` or `]` is missing"),
    "did not find expected ',' or '}'": msg("a `,` or `}}` is missing"),
    "found unexpected end of stream": msg("a quote is opened and never closed"),
    "but found another document": msg("a second `---`: a file holds one record"),
    "control characters are not allowed": msg("the file holds control characters"),
}
HELP = msg("indent with spaces, not tabs; put text that holds `: ` or begins with a sign in quotes")


def diagnose(fault: Malformed, book: str | None = None) -> Diagnostic:
    message = PROBLEMS.get(fault.problem) or msg("this can not be read as YAML ({problem})", problem=fault.problem)
    return Diagnostic(RULE, fault.span, message, HELP, book=book)
