"""Citation rules beyond their examples."""

from __future__ import annotations

import pytest

from ..faultless import FRONT, MODULE, FaultlessLibrary, codes


def test_an_unknown_edition_names_the_known_ones(faultless: FaultlessLibrary) -> None:
    [found] = faultless.check_module("按 GB 38031—2022 检测。\n")
    assert found.rule.code == "TB201"
    assert found.help is not None
    assert dict(found.help.values)["known"] == "GB 38031—2020, GB 38031—2025"


def test_an_unknown_number_is_told_in_history_too(faultless: FaultlessLibrary) -> None:
    assert codes(faultless.check_module("旧有 [GB 38013—2001]{.historical} 标准。\n")) == ["TB201"]


def test_basis_that_is_no_number(faultless: FaultlessLibrary) -> None:
    text = "---\ntitle: 检测\nbasis: [GB 38031, 企业标准]\njobs: [job:assembler#A1]\n---\n\n检测。\n"
    [found] = faultless.check({MODULE: text})
    assert (found.rule.code, found.span.cut(text)) == ("TB201", "企业标准")


@pytest.mark.parametrize("clause", ["5.2", "5", "7.10", "7"])
def test_a_recorded_clause_and_what_holds_it_are_known(faultless: FaultlessLibrary, clause: str) -> None:
    assert faultless.check_module(f"见 GB 38031—2025 第 {clause} 条。\n") == ()


@pytest.mark.parametrize("clause", ["5.20", "7.1", "7.100", "5.2.1", "6"])
def test_any_other_clause_is_not(faultless: FaultlessLibrary, clause: str) -> None:
    assert codes(faultless.check_module(f"见 GB 38031—2025 第 {clause} 条。\n")) == ["TB206"]


def test_an_edition_without_recorded_clauses_is_not_judged(faultless: FaultlessLibrary) -> None:
    found = faultless.check_module("<!-- textbuild: ignore[TB202] 旧车 -->\n见 GB 38031—2020 第 9.9 条。\n")
    assert found == ()


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("GB38031-2025", "GB 38031—2025"),
        ("ＧＢ ３８０３１—２０２５", "GB 38031—2025"),
        ("GB 38031 - 2025", "GB 38031—2025"),
    ],
)
def test_other_forms_are_mended(faultless: FaultlessLibrary, written: str, printed: str) -> None:
    [found] = faultless.check_module(f"按 {written} 检测。\n")
    assert found.rule.code == "TB207"
    assert found.fix is not None
    assert found.fix.replacement == printed


def test_a_clause_stays_when_its_number_is_mended(faultless: FaultlessLibrary) -> None:
    text = f"{FRONT}见 GB 38031-2025 第 5.2 条。\n"
    [found] = faultless.check({MODULE: text})
    assert found.span.cut(text) == "GB 38031-2025"


def test_a_historical_mention_is_mended_inside_its_brackets(faultless: FaultlessLibrary) -> None:
    text = f"{FRONT}旧版 [GB 38031-2020]{{.historical}} 的要求。\n"
    [found] = faultless.check({MODULE: text})
    assert (found.rule.code, found.span.cut(text)) == ("TB207", "GB 38031-2020")


def test_front_matter_and_the_explicit_form_keep_the_short_dash(faultless: FaultlessLibrary) -> None:
    text = "---\ntitle: 检测\nbasis: [GB 38031-2025]\njobs: [job:assembler#A1]\n---\n\n见 [@GB 38031-2025, 5.2]。\n"
    assert faultless.check({MODULE: text}) == ()


def test_history_does_not_make_a_basis(faultless: FaultlessLibrary) -> None:
    text = "---\ntitle: 检测\njobs: [job:assembler#A1]\n---\n\n见 [GB 38031—2025]{.historical}。\n"
    assert codes(faultless.check({MODULE: text})) == ["TB301"]


def test_a_job_without_task_is_not_enough(faultless: FaultlessLibrary) -> None:
    text = "---\ntitle: 检测\nbasis: [GB 38031]\njobs: [job:assembler]\n---\n\n检测。\n"
    assert codes(faultless.check({MODULE: text})) == ["TB302"]


@pytest.mark.parametrize("part", ["A", "A2", "A1-S1"])
def test_a_duty_a_task_or_a_competency_links_a_module(faultless: FaultlessLibrary, part: str) -> None:
    text = f"---\ntitle: 检测\nbasis: [GB 38031]\n---\n\n见 [@job:assembler#{part}]。\n"
    assert faultless.check({MODULE: text}) == ()


@pytest.mark.parametrize(("part", "untaught"), [("A", 0), ("A1", 1), ("A1-S1", 1)])
def test_a_task_is_taught_by_itself_its_duty_or_a_competency(
    faultless: FaultlessLibrary, part: str, untaught: int
) -> None:
    text = f"---\ntitle: 检测\nbasis: [GB 38031]\njobs: [job:assembler#{part}]\n---\n\n检测。\n"
    found = faultless.check({"books/ev/book.yml": "title: 电池\njobs: [job:assembler]\n", MODULE: text})
    assert codes(found) == ["TB401"] * untaught
