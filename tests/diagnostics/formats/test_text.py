"""What a person reads at the terminal."""

from __future__ import annotations

import re

import pytest

from textbuild.diagnostics import Fix, msg
from textbuild.diagnostics.formats.frame import frame, width
from textbuild.diagnostics.formats.text import MOST, render
from textbuild.diagnostics.translate import translator
from textbuild.model.span import Span

from ..findings import FORM, finding, report

ENGLISH = """\
error[TB202]: GB 38031—2020 was withdrawn
 --> books/x/1.md:3:3
  |
3 | 按 GB 38031—2020 检测。
  |    ^^^^^^^^^^^^^
  = help: delete it

Errors: 1, warnings: 0, hints: 0
Checked as of 2026-11-23: books 28, modules 120, standards 512
`textbuild explain TB202` tells more of a rule
"""
CHINESE = """\
错误[TB202]: GB 38031—2020 已废止
 --> books/x/1.md:3:3
  |
3 | 按 GB 38031—2020 检测。
  |    ^^^^^^^^^^^^^
  = 办法：请删去

错误 1 个，警告 0 个，提示 0 个
按 2026-11-23 检查：图书 28 本，模块 120 个，标准 512 项
用 `textbuild explain TB202` 查看规则的说明
"""


@pytest.mark.parametrize(("language", "expected"), [("en", ENGLISH), ("zh", CHINESE)])
def test_a_finding_with_its_frame_and_summary(language: str, expected: str) -> None:
    shown = render(report(finding(help_=msg("delete it"))), translator("zh" if language == "zh" else "en"))
    assert shown == expected


def test_no_finding() -> None:
    assert render(report(), translator("en")).splitlines()[0] == "Nothing found"


def test_the_summary_counts_what_can_be_mended() -> None:
    shown = render(report(finding(rule=FORM, fix=Fix("GB 1—2020")), finding()), translator("en"))
    assert "`textbuild check --fix` can mend 1 of them" in shown


def test_warnings_and_hints_of_one_rule_are_shown_up_to_a_number() -> None:
    shown = render(report(*[finding(rule=FORM)] * (MOST + 5), finding()), translator("en"))
    assert shown.count("hint[TB207]: GB 38031—2020 was withdrawn") == MOST
    assert "hint[TB207]: 5 more (a number that is not in the printed form); `--format json` lists all\n" in shown
    assert f"hints: {MOST + 5}\n" in shown


def test_every_error_is_shown() -> None:
    shown = render(report(*[finding()] * (MOST + 5)), translator("en"))
    assert shown.count("error[TB202]: ") == MOST + 5


def test_a_file_that_can_not_be_read_has_no_frame() -> None:
    shown = render(report(finding(), source=None), translator("en"))
    assert " |" not in shown
    assert "--> books/x/1.md:3:3" in shown


def test_colour_changes_nothing_but_colour() -> None:
    coloured = render(report(finding()), translator("en"), colour=True)
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(report(finding()), translator("en"))


def test_text_from_a_file_can_not_steer_the_terminal() -> None:
    shown = render(report(finding(), source="\n\n按 \x1b[2J\u202eGB\r"), translator("en"))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_marks_stand_under_full_width_text() -> None:
    assert frame("依据国标检测", Span.at("x", 1, 3, 2)) == ("依据国标检测", "    ^^^^")


def test_an_empty_span_has_one_mark() -> None:
    assert frame("abc", Span("x", 1, 2, 1, 2)) == ("abc", " ^")


def test_a_span_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert frame("abc\ndef", Span("x", 1, 2, 2, 2)) == ("abc", " ^^")


def test_a_line_that_the_file_does_not_have() -> None:
    assert frame("abc", Span("x", 2, 1, 2, 1)) is None


def test_a_long_line_is_cut_around_the_marks() -> None:
    line = "前" * 500 + "GB 1" + "后" * 500
    shown = frame(line, Span.at("x", 1, 501, 4))
    assert shown is not None
    text, marks = shown
    assert width(text) <= 104
    assert text.startswith("…前")
    assert text.endswith("后…")
    assert width(text[: text.index("GB 1")]) == marks.index("^")
