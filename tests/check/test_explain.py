"""Rule, example and manual page are one set, and say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from textbuild.check import explain, rules
from textbuild.check.examples import page_name
from textbuild.check.explain import page, paragraphs
from textbuild.check.manual import rule_pages
from textbuild.check.rules import ALL, RULE_FILES
from textbuild.diagnostics import Rule
from textbuild.diagnostics.translate import translator
from textbuild.load import rules as load_rules

MANUAL = Path(__file__).parents[2] / "books" / "handbook" / "rules"


def test_every_rule_file_is_in_a_table() -> None:
    folders = [Path(package.__file__ or "").parent for package in (rules, load_rules)]
    files = {path.stem for folder in folders for path in folder.glob("*.py")} - {"__init__"}
    assert files == {file.__name__.rpartition(".")[2] for file in RULE_FILES}


def test_a_rule_bears_the_name_of_its_file() -> None:
    assert [file.RULE.name for file in RULE_FILES] == [
        file.__name__.rpartition(".")[2].replace("_", "-") for file in RULE_FILES
    ]


def test_codes_and_names_are_used_once() -> None:
    assert len({rule.code for rule in ALL}) == len({rule.name for rule in ALL}) == len(RULE_FILES)


@pytest.mark.parametrize("rule", ALL, ids=page_name)
def test_a_rule_says_what_it_finds_why_and_what_to_do(rule: Rule) -> None:
    [file] = [file for file in RULE_FILES if rule == file.RULE]
    starts = [paragraph.split(":")[0] for paragraph in paragraphs(file)]
    assert starts[1:] == ["What it finds", "Why it matters", "What to do"]


def test_the_manual_is_what_the_rules_say() -> None:
    committed = {path.name: path.read_text("utf-8") for path in MANUAL.glob("*.md")}
    assert committed == rule_pages("zh"), "run scripts/rule_pages.py"


def test_the_manual_has_a_page_a_rule() -> None:
    assert [path.stem for path in sorted(MANUAL.glob("TB*.md"))] == [page_name(rule) for rule in ALL]


@pytest.mark.parametrize("rule", ALL, ids=page_name)
def test_the_chinese_page_is_chinese(rule: Rule) -> None:
    shown = page(rule.code, "zh") or ""
    assert "What it finds" not in shown
    assert "查什么" in shown
    assert "## 有问题的写法" in shown
    assert translator("zh")(rule.summary) != translator("en")(rule.summary)


def test_a_page_by_its_code_in_small_letters() -> None:
    assert (page(" tb202 ", "en") or "").startswith("# TB202 citation-superseded\n\nA citation names an edition")


def test_the_page_of_no_rule() -> None:
    assert page("TB999", "en") is None


def test_without_examples_the_page_still_explains(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explain, "example_text", lambda rule: None)
    assert "What to do" in (page("TB202", "en") or "")
