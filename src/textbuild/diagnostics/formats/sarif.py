"""The report as SARIF 2.1.0, the form that code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from textbuild import __version__
from textbuild.diagnostics.diagnostic import Diagnostic, Rule, Severity
from textbuild.diagnostics.report import Report
from textbuild.diagnostics.translate import Translator
from textbuild.model.span import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def render(report: Report, translate: Translator) -> str:
    """One SARIF log with one run."""
    rules = list(dict.fromkeys(one.rule for one in report.diagnostics))
    driver = {"name": "textbuild", "version": __version__, "rules": [_rule(rule, translate) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The root of the library"}}},
        "properties": {
            "as_of": report.as_of.isoformat(),
            **({"known_on": report.known_on.isoformat()} if report.known_on else {}),
        },
        "results": [_result(one, rules.index(one.rule), translate) for one in report.diagnostics],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, translate: Translator) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": translate(rule.summary)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(one: Diagnostic, rule_index: int, translate: Translator) -> dict[str, Any]:
    text = translate(one.message)
    result: dict[str, Any] = {
        "ruleId": one.rule.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[one.rule.severity],
        "message": {"text": f"{text}\n{translate(one.help)}" if one.help else text},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(one.span), "region": _region(one.span)}}],
    }
    if one.fix:
        replacement = {"deletedRegion": _region(one.span), "insertedContent": {"text": one.fix.replacement}}
        change = {"artifactLocation": _artifact(one.span), "replacements": [replacement]}
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def _artifact(span: Span) -> dict[str, str]:
    return {"uri": quote(span.path, errors="surrogateescape"), "uriBaseId": "ROOT"}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
