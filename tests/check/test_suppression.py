"""A suppression silences the next block, and only with a reason."""

from __future__ import annotations

from .faultless import FaultlessLibrary, codes

OLD = "按 GB 38031—2020 检测。\n"


def test_the_next_block_is_silenced(faultless: FaultlessLibrary) -> None:
    assert faultless.check_module(f"<!-- textbuild: ignore[TB202] 讲旧车 -->\n{OLD}") == ()


def test_the_block_after_the_next_is_not(faultless: FaultlessLibrary) -> None:
    found = faultless.check_module(f"<!-- textbuild: ignore[TB202] 讲旧车 -->\n{OLD}\n{OLD}")
    assert [(one.rule.code, one.span.line) for one in found] == [("TB202", 10)]


def test_another_code_is_not_silenced(faultless: FaultlessLibrary) -> None:
    assert codes(faultless.check_module(f"<!-- textbuild: ignore[TB203] 讲旧车 -->\n{OLD}")) == ["TB901", "TB202"]


def test_without_reason_nothing_is_silenced(faultless: FaultlessLibrary) -> None:
    assert codes(faultless.check_module(f"<!-- textbuild: ignore[TB202] -->\n{OLD}")) == ["TB901", "TB202"]


def test_each_code_that_silences_nothing_is_told(faultless: FaultlessLibrary) -> None:
    found = faultless.check_module(f"<!-- textbuild: ignore[TB202, TB203, TB999] 讲旧车 -->\n{OLD}")
    assert [dict(one.message.values)["code"] for one in found] == ["TB203", "TB999"]


def test_a_suppression_can_not_silence_that_it_is_unused(faultless: FaultlessLibrary) -> None:
    assert codes(faultless.check_module("<!-- textbuild: ignore[TB901] 没用 -->\n检测电池包。\n")) == ["TB901"]
