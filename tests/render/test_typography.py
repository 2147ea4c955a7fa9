from __future__ import annotations

import pytest

from textbuild.render.typography import for_print


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("400 V", "400\u00a0V"),
        ("50 kΩ、20 ℃、5 %", "50\u00a0kΩ、20\u00a0℃、5\u00a0%"),
        ("60 r/min", "60\u00a0r/min"),
        ("3 个", "3 个"),
        ("2 different", "2 different"),
        ("a < b", "a &lt; b"),
        ("10⁻³ m²", "10<sup>−3</sup> m²"),
        ("U₀", "U<sub>0</sub>"),
        ("限值：____ V", '限值：<span class="tb-blank">____</span> V'),
    ],
)
def test_running_text_is_made_fit_for_print(text: str, html: str) -> None:
    assert for_print(text) == html


def test_unit_stays_with_the_formula_before_it() -> None:
    assert for_print(" V 时", after_formula=True) == "\u00a0V 时"
    assert for_print(" 时", after_formula=True) == " 时"
