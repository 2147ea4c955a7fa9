"""Fixes change what they name and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textbuild.check.fix import fixed_text
from textbuild.diagnostics import Diagnostic, Fix, Rule, Severity, msg
from textbuild.model.span import Span


def diagnostic(line: int, column: int, length: int, replacement: str | None, code: str = "TB207") -> Diagnostic:
    rule = Rule(code, "x", Severity.HINT, msg("delete it"))
    fix = None if replacement is None else Fix(replacement)
    return Diagnostic(rule, Span.at("x.md", line, column, length), msg("delete it"), fix=fix)


def test_two_fixes_in_one_line() -> None:
    fixes = [diagnostic(2, 5, 2, "二"), diagnostic(2, 1, 1, "一一")]
    assert fixed_text("x\nA和b和CD\n", fixes) == "x\n一一和b和二\n"


def test_a_finding_without_fix_changes_nothing() -> None:
    assert fixed_text("abc", [diagnostic(1, 1, 1, None)]) == "abc"


def test_of_two_fixes_at_one_place_that_of_the_lower_code_is_made() -> None:
    both = [diagnostic(1, 1, 3, "form"), diagnostic(1, 1, 3, "newer", "TB202")]
    assert fixed_text("abc", both) == "newer"


def test_of_two_fixes_that_begin_together_the_longer_is_made() -> None:
    both = [diagnostic(1, 1, 2, "form", "TB207"), diagnostic(1, 1, 3, "newer", "TB208")]
    assert fixed_text("abcd", both) == "newerd"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_bom_stay(end: str) -> None:
    text = f"\ufeffab{end}cd{end}"
    assert fixed_text(text, [diagnostic(1, 1, 1, "A"), diagnostic(2, 2, 1, "D")]) == f"\ufeffAb{end}cD{end}"


@pytest.mark.parametrize("place", [(9, 1, 1), (1, 9, 1), (1, 3, 9)])
def test_a_place_that_the_file_no_longer_has_is_left_alone(place: tuple[int, int, int]) -> None:
    assert fixed_text("abc", [diagnostic(*place, "x")]) == "abc"


@given(st.lists(st.text("ab国"), min_size=1, max_size=5), st.data())
def test_the_span_is_replaced_and_all_else_stays(lines: list[str], data: st.DataObject) -> None:
    line = data.draw(st.integers(1, len(lines)))
    start = data.draw(st.integers(0, len(lines[line - 1])))
    length = data.draw(st.integers(0, len(lines[line - 1]) - start))
    expected = list(lines)
    expected[line - 1] = lines[line - 1][:start] + "新" + lines[line - 1][start + length :]
    assert fixed_text("\n".join(lines), [diagnostic(line, start + 1, length, "新")]) == "\n".join(expected)
