"""The report as JSON, as contract section 5 fixes it: for scripts and editors."""

from __future__ import annotations

import json
from typing import Any

from textbuild.diagnostics.diagnostic import Diagnostic
from textbuild.diagnostics.report import Report
from textbuild.diagnostics.translate import Translator


def render(report: Report, translate: Translator) -> str:
    """One JSON object, ending with a line end."""
    document = {
        "as_of": report.as_of.isoformat(),
        **({"known_on": report.known_on.isoformat()} if report.known_on else {}),
        "books": report.books,
        "modules": report.modules,
        "standards": report.standards,
        "diagnostics": [_diagnostic(one, translate) for one in report.diagnostics],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(one: Diagnostic, translate: Translator) -> dict[str, Any]:
    return {
        "code": one.rule.code,
        "name": one.rule.name,
        "severity": one.rule.severity.value,
        "message": translate(one.message),
        "help": translate(one.help) if one.help else None,
        "path": one.span.path,
        "line": one.span.line,
        "column": one.span.column,
        "end_line": one.span.end_line,
        "end_column": one.span.end_column,
        "fix": {"replacement": one.fix.replacement} if one.fix else None,
    }
