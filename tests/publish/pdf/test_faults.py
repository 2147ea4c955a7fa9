"""What the page checker finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from textbuild.publish.pdf.faults import faults_of
from textbuild.publish.pdf.fetcher import BookFetcher
from textbuild.publish.pdf.typeset import write
from textbuild.publish.theme import theme_path

STYLE = "@page { size: 100mm 120mm; margin: 10mm } html { font: 10mm/10mm 'TB Sans' } * { margin: 0 } p { widows: 1; orphans: 1 }"


DRAWING = (
    '<figure style="margin: 0"><svg viewBox="0 0 90 40" style="width: 70mm; height: 31mm">'
    '<g font-size="5"><text y="20">字</text></g></svg></figure>'
)
"""Its words are 5 mm high."""


def kinds(body: str, tmp_path: Path) -> list[tuple[int, str]]:
    theme = theme_path() / "print"
    head = f'<html lang="zh"><link rel="stylesheet" href="theme:/fonts.css"><style>{STYLE}</style>'
    fetcher = BookFetcher(tmp_path, theme, theme.parents[1] / "node_modules")
    made = write(f'{head}<body><i id="start"></i>{body}', fetcher, theme, tags=False)
    return [(fault.page, fault.kind.split()[0]) for fault in faults_of(made.pages)]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p>字</p><p style='break-before: page'>字</p>", (0, "页末空白")),
        ("<p>字</p>" * 9 + "<h2 style='font-size: 10mm; break-after: auto'>题</h2><p>字</p>", (0, "标题落在页末")),
        ("<p style='white-space: nowrap'>一二三四五六七八九十</p>", (0, "超出版心")),
        ("<p>一二三四五六500<br>V 的电压</p>", (0, "数与单位分在两行")),
        ("<p>一二三四五六七八<br>九。</p>", (0, "段末单字成行")),
        ("<p>一二三四五六<br>七八。</p>", None),
        ("<table><tr><td>一二三<br>四</td></tr></table>", None),
        (f"{'<p>字</p>' * 9}<p>甲<br>乙<br>丙丁</p>", (1, "段首一行落在上页末")),
        (f"{'<p>字</p>' * 8}<p>甲<br>乙<br>丙丁</p>", (1, "段末一行落在页首")),
        (f"<p>字</p>{DRAWING}<p style='break-before: page'>字</p>", (0, "页末空白")),
        (DRAWING.replace('font-size="5"', 'font-size="2"'), (0, "图中文字")),
    ],
)
def test_faults(body: str, fault: tuple[int, str] | None, tmp_path: Path) -> None:
    assert kinds(body, tmp_path) == ([fault] if fault else [])


def test_last_page_of_a_part_may_be_empty(tmp_path: Path) -> None:
    assert kinds("<p>字</p>", tmp_path) == []
