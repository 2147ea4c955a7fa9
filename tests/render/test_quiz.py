"""Questions: a form with the answer folded on the site; marks, lines and the answer apart on paper."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.render.sample import rendered

SINGLE = """\
!!! quiz

    可以开始吗？

    - [ ] 可以
      还没有验电。
    - [x] 不可以

    解析：读数才是证据。
"""
ORDER = "!!! quiz\n\n    排列。\n\n    1. 断开\n    2. 放电\n    3. 验电\n"
MATCH = "!!! quiz\n\n    | 量 | 单位 |\n    | --- | --- |\n    | 电压 | V |\n    | 电流 | A |\n    | 电动势 | V |\n"


def key(html: str) -> Any:
    found = re.search(r'data-key="([^"]*)"', html)
    assert found
    return json.loads(unescape(found[1]))


def test_the_answer_stands_in_the_fold_only(tmp_path: Path) -> None:
    html = rendered(tmp_path, SINGLE, "site").html
    form, folded = html.split('<details class="tb-key"')
    assert "还没有验电" not in form
    assert "读数才是证据" not in form
    assert "checked" not in form
    assert "答案：B" in folded
    assert '<li data-answer="A"><b>A</b> 还没有验电。</li>' in folded


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (SINGLE, {"right": ["B"]}),
        ("!!! quiz\n\n    填[[甲|乙]]，[[3 ± 1 V]]\n", {"blanks": [
            {"accepted": ["甲", "乙"]}, {"value": 3.0, "tolerance": 1.0, "unit": "V"},
        ]}),
    ],
)  # fmt: skip
def test_the_script_is_told_what_is_right(tmp_path: Path, text: str, right: object) -> None:
    assert key(rendered(tmp_path, text, "site").html) == right


def test_steps_are_shown_in_another_order_always_the_same(tmp_path: Path) -> None:
    html = rendered(tmp_path, ORDER, "site").html
    shown = dict(re.findall(r'<li data-answer="(\w)">.*?</span> (\w+)</span>', html))
    assert list(shown.values()) != ["断开", "放电", "验电"]
    assert [shown[letter] for letter in key(html)["right"]] == ["断开", "放电", "验电"]
    assert rendered(tmp_path, ORDER, "site").html == html


def test_a_right_side_that_two_rows_share_is_shown_once(tmp_path: Path) -> None:
    html = rendered(tmp_path, MATCH, "site").html
    letters = key(html)["right"]
    assert letters[0] == letters[2] != letters[1]
    assert html.count("<select") == 3
    assert html.count('<option value="C">') == 0


@pytest.mark.parametrize("medium", ["print", "epub"])
def test_on_paper_a_question_leads_to_its_answer_and_back(tmp_path: Path, medium: Any) -> None:
    fragment = rendered(tmp_path, SINGLE, medium, prefix="m1-")
    page = "answers.xhtml" if medium == "epub" else ""
    assert f'href="{page}#m1-quiz-1.answer"' in fragment.html
    assert "○" in fragment.html
    assert "读数才是证据" not in fragment.html
    [answer] = fragment.answers
    assert (answer.question, answer.anchor) == ("m1-quiz-1", "m1-quiz-1.answer")
    assert "读数才是证据" in answer.html


def test_blanks_are_lines_on_paper_and_fields_on_screens(tmp_path: Path) -> None:
    text = "!!! quiz\n\n    需 [[134 ± 2 s]]\n"
    paper, screen = rendered(tmp_path, text, "print").html, rendered(tmp_path, text, "site").html
    assert '<span class="tb-gap">' in paper
    assert "134" not in paper
    assert '<input class="tb-gap" type="text" name="quiz-1-1" aria-label="第 1 空"' in screen
    assert "134" not in screen.split("<details")[0]


def test_a_question_whose_basis_is_superseded_is_not_scored(tmp_path: Path) -> None:
    html = rendered(tmp_path, SINGLE.replace("证据。", "证据，见 GB 38031—2020。"), "site").html
    assert "data-unscored" in html
    assert "本题不计分：依据 GB 38031—2020 已被代替" in html


@pytest.mark.parametrize("basis", ["见 GB 38031—2025。", "原为 [GB 38031—2020]{.historical}。"])
def test_a_question_whose_basis_is_current_or_history_is_scored(tmp_path: Path, basis: str) -> None:
    assert "data-unscored" not in rendered(tmp_path, SINGLE.replace("证据。", basis), "site").html


def test_a_reference_to_a_question_is_its_number(tmp_path: Path) -> None:
    html = rendered(tmp_path, "见 [@q-a]。\n\n" + SINGLE.replace("quiz", "quiz {#q-a}"), "site").html
    assert re.search(r'<a class="tb-reference tb-to-quiz" href="#q-a">自测 1</a>', html)


def test_words_of_authors_stay_words(tmp_path: Path) -> None:
    text = '!!! quiz\n\n    填[[<b>"&|x]]\n\n!!! quiz\n\n    - [x] <script>1</script>\n    - [ ] b\n      c\n'
    html = rendered(tmp_path, text, "site").html
    assert "<script" not in html
    assert "<b>&quot;" not in html
    assert key(html)["blanks"][0]["accepted"] == ['<b>"&', "x"]
