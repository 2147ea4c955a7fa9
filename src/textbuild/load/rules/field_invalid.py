"""A field is missing or its value is not of the form the field takes.

What it finds: a missing `title`, a date such as `2026-7-1`, a word where only certain words may stand, a list where
one value belongs.

Why it matters: a record that is only half understood would be worse than none.

What to do: write the value in the form that the message names; the manual's chapter on file formats has examples.
"""

from collections.abc import Mapping
from typing import Any

from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.model.span import Span

RULE = Rule("TB004", "field-invalid", Severity.ERROR, msg("a field with an invalid value"))

_LIMIT = 60


def diagnose(field: str, kind: str, context: Mapping[str, Any], given: Any, span: Span, book: str | None) -> Diagnostic:
    """The finding for a value that pydantic refused: `kind` and `context` are its error type and details."""
    return Diagnostic(RULE, span, _message(field, kind, context, _shown(given)), book=book)


def other(message: Message, span: Span, book: str | None = None) -> Diagnostic:
    """A finding that textbuild's own reading makes."""
    return Diagnostic(RULE, span, message, book=book)


def _message(field: str, kind: str, context: Mapping[str, Any], given: str) -> Message:
    match kind:
        case "missing":
            return msg("field `{field}` is missing", field=field)
        case "literal_error" | "enum":
            return msg(
                "`{field}` must be one of {expected}, not `{given}`",
                field=field,
                given=given,
                expected=context.get("expected", ""),
            )
        case "int_parsing" | "float_parsing" | "int_type" | "float_type" | "int_from_float":
            return msg("`{field}` must be a number, not `{given}`", field=field, given=given)
        case "bool_type" | "bool_parsing":
            return msg("`{field}` must be true or false, not `{given}`", field=field, given=given)
        case "tuple_type" | "list_type":
            return msg("`{field}` must be a list (`[…]` or lines with `- `), not `{given}`", field=field, given=given)
        case "string_type":
            return msg("`{field}` must be text, not `{given}`", field=field, given=given)
        case "model_type" | "dict_type" | "model_attributes_type":
            return msg("`{field}` must have fields (`name: value`), not `{given}`", field=field, given=given)
        case "string_too_short" | "too_short":
            return msg("`{field}` must not be empty", field=field)
        case "string_too_long":
            return msg(
                "`{field}` must not be longer than {most} characters", field=field, most=context.get("max_length", "")
            )
        case "string_pattern_mismatch":
            return msg(
                "`{field}` is `{given}`, which does not have the form {pattern}",
                field=field,
                given=given,
                pattern=context.get("pattern", ""),
            )
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return msg("`{field}` must be a date such as 2026-07-01, not `{given}`", field=field, given=given)
        case "value_error":
            return msg(
                "`{field}` must be a date such as 2026-07-01, 2026-07 or 2026, not `{given}`", field=field, given=given
            )
    return msg("`{field}` can not be `{given}`", field=field, given=given)


def _shown(given: Any) -> str:
    if isinstance(given, dict):
        text = "{" + ", ".join(map(str, given)) + "}"
    elif isinstance(given, list):
        text = "[…]"
    else:
        text = str(given)
    text = " ".join(text.split())
    return text if len(text) <= _LIMIT else text[: _LIMIT - 1] + "…"
