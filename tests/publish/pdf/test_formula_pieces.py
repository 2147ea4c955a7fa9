from __future__ import annotations

import pytest

from textbuild.publish.pdf.formula_pieces import drawn_alone, pieces


@pytest.mark.parametrize(
    ("tex", "parts"),
    [
        (r"t = 50 \times \ln(400/60) = 94.9", (r"t = 50 \times \ln(400/60) ", "= 94.9")),
        (r"U = IR \approx 0.69", ("U = IR ", r"\approx 0.69")),
        ("U = 400", ("U = 400",)),
        (r"\frac{a = b}{c = d} + e + f", (r"\frac{a = b}{c = d} + e + f",)),
        (r"\left( a = b \right) + \left( c = d \right)", (r"\left( a = b \right) + \left( c = d \right)",)),
        (r"\color{red} a + b + c = d + e + f", (r"\color{red} a + b + c = d + e + f",)),
        ("a + b + c + d + e = {f", ("a + b + c + d + e = {f",)),
    ],
)
def test_formulas_break_before_relations_outside_of_brackets(tex: str, parts: tuple[str, ...]) -> None:
    assert pieces(tex) == parts
    assert "".join(pieces(tex)) == tex


def test_a_relation_that_begins_a_piece_keeps_its_space() -> None:
    assert drawn_alone(r"\approx 0.69") == r"{}\approx 0.69"
    assert drawn_alone("t ") == "t "
