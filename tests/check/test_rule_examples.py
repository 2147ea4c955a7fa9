"""Each rule's example is a test: the bad library has just the findings listed, the good one has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from textbuild.check.examples import DAY, example_text, page_name, read_example
from textbuild.check.rules import ALL
from textbuild.diagnostics import Diagnostic, Rule
from textbuild.diagnostics.translate import translator

from .faultless import FaultlessLibrary

RULES = Path(__file__).parent / "rules"


@pytest.mark.parametrize("rule", ALL, ids=page_name)
def test_bad_example_has_the_findings_listed(rule: Rule, faultless: FaultlessLibrary) -> None:
    bad = read_example(example_text(rule) or "").bad
    faultless.write(bad.files)
    assert [_line(one) for one in faultless.check_written(bad.day)] == list(bad.findings)
    assert any(f" {rule.code} " in line for line in bad.findings)


@pytest.mark.parametrize("rule", ALL, ids=page_name)
def test_good_example_has_no_finding(rule: Rule, faultless: FaultlessLibrary) -> None:
    good = read_example(example_text(rule) or "").good
    faultless.write(good.files)
    assert [_line(one) for one in faultless.check_written(good.day)] == []


def test_the_library_of_the_examples_is_faultless(faultless: FaultlessLibrary) -> None:
    assert faultless.check(day=DAY) == ()


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert sorted(path.stem for path in RULES.glob("*.md")) == [page_name(rule) for rule in ALL]


def _line(one: Diagnostic) -> str:
    return f"{one.span.path}:{one.span.line}:{one.span.column} {one.rule.code} {translator('en')(one.message)}"
