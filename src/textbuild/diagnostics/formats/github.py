"""The report as GitHub workflow commands, which become notes on the lines of a pull request."""

from __future__ import annotations

from collections.abc import Mapping

from textbuild.diagnostics.diagnostic import Diagnostic, Severity
from textbuild.diagnostics.report import Report
from textbuild.diagnostics.translate import Translator

_COMMANDS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(report: Report, translate: Translator) -> str:
    """One command a line; nothing if there is no finding."""
    return "".join(_command(one, translate) + "\n" for one in report.diagnostics)


def _command(one: Diagnostic, translate: Translator) -> str:
    span = one.span
    properties = {"file": span.path, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:  # GitHub refuses columns on a note of several lines
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = f"{one.rule.code} {one.rule.name}"
    written = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    text = "\n".join(translate(part) for part in (one.message, one.help) if part)
    return f"::{_COMMANDS[one.rule.severity]} {written}::{_escape(text)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
