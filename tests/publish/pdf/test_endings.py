"""The ends of paragraphs."""

from __future__ import annotations

import pytest

from textbuild.publish.pdf.endings import with_endings


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>断开装置没有到位。</p>", "到位。"),
        ("<p>数值，对。</p>", "值，对。"),
        ("<li>平均 6.5 台\n<ul><li>x</li></ul></li>", "6.5 台"),
        ("<td>按<a href='#x'>电池检测</a>。</td>", "检测"),
    ],
)
def test_the_last_two_characters_stay_together(html: str, kept: str) -> None:
    assert f'<span class="tb-end">{kept}</span>' in with_endings(html)


@pytest.mark.parametrize("html", ["<p>ends in English.</p>", "<p>字</p>", "<b>粗体</b>字<p>&amp;字</p>"])
def test_other_ends_are_left_alone(html: str) -> None:
    assert with_endings(html) == html
