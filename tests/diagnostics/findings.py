"""A report with one finding, to show in each format."""

from __future__ import annotations

from datetime import date

from textbuild.diagnostics import Diagnostic, Fix, Message, Rule, Severity, msg
from textbuild.diagnostics.report import Report
from textbuild.model.span import Span

SUPERSEDED = Rule("TB202", "citation-superseded", Severity.ERROR, msg("a citation of an edition that was replaced"))
FORM = Rule("TB207", "citation-form", Severity.HINT, msg("a number that is not in the printed form"))
UNUSED = Rule("TB901", "suppression-unused", Severity.WARNING, msg("a suppression that silences nothing"))
SOURCE = "# 电池\n\n按 GB 38031—2020 检测。\n"
WITHDRAWN = msg("{edition} was withdrawn", edition="GB 38031—2020")
SPAN = Span.at("books/x/1.md", 3, 3, 13)


def finding(
    message: Message = WITHDRAWN,
    span: Span = SPAN,
    rule: Rule = SUPERSEDED,
    help_: Message | None = None,
    fix: Fix | None = None,
) -> Diagnostic:

    return Diagnostic(rule, span, message, help_, fix, "x")


def report(*diagnostics: Diagnostic, source: str | None = SOURCE) -> Report:
    return Report(date(2026, 11, 23), 28, 120, 512, diagnostics, lambda path: source)
