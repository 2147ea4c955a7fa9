from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from textbuild.publish.artefact import BuildError
from textbuild.publish.pdf import formulas
from textbuild.publish.pdf.formulas import DrawnFormulas, draw_formulas
from textbuild.publish.theme import theme_path

MODULES = theme_path().parent / "node_modules"
E_MC2 = ("E = mc^2", True)


def svg_of(drawn: DrawnFormulas, tex: str, display: bool = False) -> str:
    data = re.search(r'base64,([^"]+)"', drawn.draw(tex, display))
    assert data is not None
    return base64.b64decode(data[1]).decode()


def test_formulas_become_images_with_their_source_as_alternative(tmp_path: Path) -> None:
    drawn = draw_formulas([E_MC2, ("a<b", False)], tmp_path, MODULES)
    html = drawn.draw(*E_MC2)
    assert html.startswith('<img class="tb-formula" alt="E = mc^2" style="width:')
    assert 'alt="a&lt;b"' in drawn.draw("a<b", False)
    assert "vertical-align" in drawn.draw("a<b", False)


def test_chinese_text_is_set_in_the_books_font(tmp_path: Path) -> None:
    drawn = draw_formulas([(r"U_\text{最大}", False)], tmp_path, MODULES)
    svg = svg_of(drawn, r"U_\text{最大}")
    assert "最大" in svg
    assert 'font-family="TB Serif"' in svg


@pytest.mark.parametrize("tex", [r"\frac{", r"\def\a{\a\a}\a", "x" * 6000, r"\nosuchcommand"])
def test_what_can_not_be_read_is_shown_as_written(tmp_path: Path, tex: str) -> None:
    html = draw_formulas([(tex, False)], tmp_path, MODULES).draw(tex, False)
    assert html.startswith('<code class="tb-formula-source">')


@pytest.mark.parametrize(
    "tex", [r"\href{javascript:alert(1)}{x}", r"\require{html}x", r"\includegraphics{/etc/passwd}", r"\style{a:b}{x}"]
)
def test_formula_neither_links_nor_loads(tmp_path: Path, tex: str) -> None:
    html = draw_formulas([(tex, False)], tmp_path, MODULES).draw(tex, False)
    drawn = base64.b64decode(html.partition("base64,")[2].partition('"')[0]).decode()
    for word in ("javascript", "passwd", "<a", "a:b"):
        assert word not in drawn


def test_second_run_draws_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = draw_formulas([E_MC2], tmp_path, MODULES).draw(*E_MC2)

    def run(*_: object) -> list[str]:
        raise AssertionError("node was started")

    monkeypatch.setattr(formulas, "_run", run)
    assert draw_formulas([E_MC2], tmp_path, MODULES).draw(*E_MC2) == first


def test_book_without_formulas_does_not_start_node(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formulas, "_run", None)
    assert draw_formulas([], tmp_path, MODULES).draw("x", False) == '<code class="tb-formula-source">x</code>'


def test_missing_mathjax_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="make setup"):
        draw_formulas([E_MC2], tmp_path, tmp_path)
