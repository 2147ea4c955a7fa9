"""Figures that do not fit let text pass."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from textbuild.publish.pdf.fetcher import BookFetcher
from textbuild.publish.pdf.typeset import typeset
from textbuild.publish.theme import theme_path

LINE = "<p>前文。</p>"
FIGURE = '<figure><div style="height: 100mm">图框</div><figcaption>图 1-1</figcaption></figure>'


def pages_of(body: str, tmp_path: Path) -> list[str]:
    theme = theme_path() / "print"
    page = "@page { size: 100mm 200mm; margin: 10mm } p { margin: 0; line-height: 10mm; font-size: 10pt }"
    html = f'<html lang="zh"><link rel="stylesheet" href="theme:/fonts.css"><style>{page} html {{ font-family: "TB Sans" }} figure {{ break-inside: avoid }} h2 {{ break-after: avoid }}</style>{body}'
    (tmp_path / "a.pdf").write_bytes(
        typeset(html, BookFetcher(tmp_path, theme, theme.parents[1] / "node_modules"), theme)
    )
    return [page.extract_text() for page in pypdf.PdfReader(tmp_path / "a.pdf").pages]


def test_text_passes_a_figure_that_would_leave_the_page_empty(tmp_path: Path) -> None:
    first, second = pages_of(LINE * 10 + FIGURE + "<p>后文甲。</p><p>后文乙。</p>", tmp_path)
    assert "后文甲" in first
    assert "后文乙" in first
    assert "图框" in second


def test_text_passes_under_the_heading_of_the_figure(tmp_path: Path) -> None:
    first, second = pages_of(LINE * 9 + "<h2>节</h2>" + FIGURE + "<p>后文甲。</p>", tmp_path)
    assert "节" in first
    assert "后文甲" in first
    assert "图框" in second


def test_no_text_of_the_next_section_passes(tmp_path: Path) -> None:
    first, second = pages_of(LINE * 10 + FIGURE + "<h2>下一节</h2><p>后文。</p>", tmp_path)
    assert "后文" not in first
    assert second.index("图框") < second.index("下一节")


def test_figure_that_fits_stays(tmp_path: Path) -> None:
    [only] = pages_of(LINE * 4 + FIGURE + "<p>后文。</p>", tmp_path)
    assert only.index("图框") < only.index("后文")


@pytest.mark.parametrize("before", ["<p>下图是外形。</p>", "<p>外形如下：</p>"])
def test_figure_stays_by_text_that_points_at_it(tmp_path: Path, before: str) -> None:
    first, second = pages_of(LINE * 10 + before + FIGURE + "<p>后文。</p>", tmp_path)
    assert "后文" not in first
    assert second.index("图框") < second.index("后文")


def test_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    text = "".join(f"<p>段{number}。</p>" for number in range(40))
    body = (LINE * 8 + FIGURE + text + FIGURE) * 2
    words = "".join(pages_of(body, tmp_path))
    assert words.count("图框") == 4
    assert [words.count(f"段{number}。") for number in range(40)] == [2] * 40


def drawing(size: int) -> str:
    svg = f'<svg viewBox="0 0 80 100" style="max-height: 100mm; max-width: 80mm"><text y="20" font-size="{size}">词</text></svg>'
    return f"<figure>{svg}<figcaption>图 1-1</figcaption></figure>"


def test_a_figure_that_nothing_may_pass_is_drawn_smaller(tmp_path: Path) -> None:
    first, second = pages_of(LINE * 10 + drawing(8) + "<h2>下一节</h2><p>后文。</p>", tmp_path)
    assert "图 1-1" in first
    assert "后文" in second


def test_words_of_a_figure_do_not_become_too_small(tmp_path: Path) -> None:
    first, second = pages_of(LINE * 10 + drawing(2) + "<h2>下一节</h2><p>后文。</p>", tmp_path)
    assert "图 1-1" not in first
    assert "图 1-1" in second
