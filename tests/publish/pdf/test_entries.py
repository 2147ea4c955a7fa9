"""Which places of a chapter become fields, and what they are called."""

from __future__ import annotations

import re

from textbuild.publish.pdf.entries import with_fields

_INPUT = re.compile(r'<input class="tb-field ([\w ]+)" type="checkbox" name="([^"]*)" title="([^"]*)">')
TABLE = """<table>
<thead><tr><th scope="col">项目</th><th scope="col">自评</th><th scope="col">实测</th></tr></thead>
<tbody><tr><td>穿戴</td><td></td><td><span class="tb-blank">____</span> mm</td></tr></tbody>
</table>"""


def fields(html: str) -> list[tuple[str, str, str]]:
    return [(found[1], found[2], found[3]) for found in _INPUT.finditer(with_fields(html, "EV-01"))]


def test_blanks_are_called_by_the_words_before_them() -> None:
    html = (
        '<li>锁号 <span class="tb-blank">____</span>、<span class="tb-blank">____</span>，'
        '人数 <span class="tb-gap">　　</span>。</li>'
    )
    assert fields(html) == [
        ("text", "text|EV-01-1|", "锁号"),
        ("text", "text|EV-01-2|", "锁号，下一空"),
        ("text", "text|EV-01-3|", "人数"),
    ]


def test_cells_are_called_by_row_and_column() -> None:
    assert fields(TABLE) == [
        ("text cell", "text|EV-01-1|", "穿戴 自评"),
        ("text", "text|EV-01-2|", "穿戴 实测"),
    ]


def test_marks_of_one_question_are_one_field_and_boxes_are_one_each() -> None:
    def asked(mark: str) -> str:
        options = "".join(f'<li><span class="tb-mark">{mark}</span> {text}</li>\n' for text in ("拆", "验电"))
        head = '<p class="tb-quiz-head">自测 1 <a class="tb-see-answer" href="#a">答案</a></p>'
        return f'<div class="tb-quiz" id="q">{head}<ul class="tb-options">{options}</ul></div>'

    assert fields(asked("○")) == [
        ("choice", "choice|EV-01-1|A", "自测 1 拆"),
        ("choice", "choice|EV-01-1|B", "自测 1 验电"),
    ]
    assert [name for _, name, _ in fields(asked("□"))] == ["check|EV-01-1A|", "check|EV-01-1B|"]


def test_boxes_of_task_lists_keep_their_tick() -> None:
    html = '<li class="task-list-item"><span class="tb-box tb-checked"></span>断电</li>'
    assert fields(html) == [("check", "check|EV-01-1|on", "断电")]


def test_name_class_and_number_are_asked_once_for_all_sheets() -> None:
    head = '<table class="sheet-head"><tbody><tr><th>姓名</th><td></td><th>日期</th><td></td></tr></tbody></table>'
    names = [name for _, name, _ in fields(head + head)]
    assert names == ["text|姓名|", "text|EV-01-2|", "text|姓名|", "text|EV-01-4|"]


def test_all_else_stays_as_it_is() -> None:
    html = '<p>甲 &lt;td&gt;&lt;/td&gt;<br>乙</p>\n<svg viewBox="0 0 1 1"><linearGradient id="a"/></svg>\n' + TABLE
    assert _INPUT.sub("", with_fields(html, "1")) == html.replace('<span class="tb-blank">____</span>', "")
