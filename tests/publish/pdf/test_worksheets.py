"""What of a chapter becomes a work sheet."""

from __future__ import annotations

from textbuild.publish.pdf.worksheets import with_worksheets

READ = '<h2 id="a">知识准备</h2>\n<p>读。</p>\n'
STEPS = '<h2 id="b">实施步骤</h2>\n<p>锁号 <span class="tb-blank">____</span></p>\n'
TOOLS = (
    '<h2 id="c">工具</h2>\n<table><tbody><tr><td>钢卷尺</td><td><span class="tb-blank">____</span></td></tr>'
    "</tbody></table>\n"
)
SCORE = '<h2 id="d">评价表</h2>\n<table><tbody><tr><td>穿戴</td><td></td></tr></tbody></table>\n'
QUIZ = '<h2 id="e">自测</h2>\n<div class="tb-quiz"><p>题</p></div>\n'


def sheets(html: str) -> list[str]:
    return [
        part.partition("</div>\n<div class")[0] for part in with_worksheets(html, "2").split('<div class="sheet">')[1:]
    ]


def test_sections_to_write_in_that_follow_each_other_are_one_sheet() -> None:
    [first, second] = sheets("<p>开头</p>" + READ + STEPS + SCORE + READ + QUIZ)
    assert "工作页 2-1" in first
    assert "实施步骤、评价表" in first
    assert "工作页 2-2" in second
    assert all(word in first for word in ("班级", "姓名", "学号", "日期", "指导教师签字"))
    assert "知识准备" not in first + second


def test_a_table_of_tools_alone_is_none() -> None:
    assert with_worksheets(READ + TOOLS + READ, "1") == READ + TOOLS + READ
    assert len(sheets(TOOLS + STEPS)) == 1


def test_headings_within_other_elements_do_not_cut_them() -> None:
    inside = f'<div class="admonition">\n{QUIZ}</div>\n'
    [only] = sheets(READ + '<h2 id="f">练习</h2>\n' + inside)
    assert inside in only


def test_the_text_stays_in_its_order() -> None:
    made = with_worksheets(STEPS + READ + QUIZ, "1")
    assert [made.index(f'id="{one}"') for one in "bae"] == sorted(made.index(f'id="{one}"') for one in "bae")
