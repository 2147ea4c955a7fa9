from __future__ import annotations

import pytest
from weasyprint.layout import inline

from textbuild.publish.pdf import justify
from textbuild.publish.pdf.justify import chinese_justification, is_known, units


def test_installed_weasyprint_is_the_one_it_was_written_for() -> None:
    assert is_known()


@pytest.mark.parametrize(
    ("text", "gaps"),
    [("", 0), ("abc", 0), ("a b c", 2), ("电池包", 2), ("电池 pack", 2.5), ("按“甲”测", 4), ("36\u00a0V", 1)],
)
def test_gaps_are_those_beside_chinese_and_at_spaces(text: str, gaps: float) -> None:
    assert units(text)[0] == gaps


def test_functions_are_put_back() -> None:
    before = inline.justify_line
    with chinese_justification() as justified:
        assert justified
        assert inline.justify_line is not before
    assert inline.justify_line is before


def test_unknown_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(justify, "is_known", lambda: False)
    before = inline.justify_line
    with chinese_justification() as justified:
        assert not justified
        assert inline.justify_line is before
