"""Self-tests and the learning record in a real browser: each kind right and wrong, by keyboard, after a reload."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import FILES
from tests.publish.browser import needs_browser, seen_on_both, small_site

pytestmark = needs_browser

QUIZ = """\
---
title: 电池包检测
basis: [GB 38031]
---

## 自测

!!! quiz {points=2}

    可以开始吗？

    - [ ] 可以
      还没有验电。
    - [x] 不可以
    - [ ] 等一等
      等多久都不能证明无电。

    解析：读数才是证据，见 GB 38031—2025。

!!! quiz

    哪些是对的？

    - [x] 甲
    - [ ] 乙
      乙不对。
    - [x] 丙

!!! quiz

    并联电阻更小。

    - [x] 对
    - [ ] 错
      并联只会更小。

!!! quiz

    两极短接对壳测[[绝缘电阻|绝缘阻值]]，压力的单位是 [[MPa]]。

!!! quiz

    放电要 [[134 ± 2 s]]。

!!! quiz

    排列。

    1. 断开
    2. 上锁
    3. 放电
    4. 验电

!!! quiz

    | 量 | 单位 |
    | --- | --- |
    | 电压 | V |
    | 电流 | A |
    | 电阻 | Ω |

!!! quiz

    旧标准怎么说？

    - [x] 这样
    - [ ] 那样
      不对。

    解析：见 GB 38031—2020。
"""
LIBRARY = {
    **FILES,
    "books/ev/1-1.md": QUIZ,
    "books/ev/1-2.md": "---\ntitle: 接地\nbasis: [GB 38031]\n---\n\n按 GB 38031—2025 接地。\n",
}
Answers = dict[str, Any]
PLACES = ("served", "disk")


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """What `quiz.mjs` saw."""
    site = small_site(tmp_path_factory.mktemp("quiz"), LIBRARY)
    return seen_on_both(Path(__file__).with_name("quiz.mjs"), site)


def test_no_page_reports_an_error(answers: Answers) -> None:
    assert answers["errors"] == []


def test_axe_and_width_find_nothing_in_any_state(answers: Answers) -> None:
    assert answers["axe"] == []


WRONG = {
    "1 single": "✗ 不对 A 还没有验电。",
    "2 multiple": "✗ 不对 还有该选的没有选。",
    "3 truth": "✗ 不对 B 并联只会更小。",
    "4 fill": "✗ 不对 第 1、2 空不对。",
    "5 calculation": "✗ 不对 第 1 空不对。",
    "6 order": "✗ 不对 从第 1 步起不对。",
    "7 match": "✗ 不对 第 2、3 行不对。",
    "8 single": "✗ 不对（不计分） B 不对。",
}


@pytest.mark.parametrize("where", PLACES)
def test_each_kind_is_judged_with_its_reason(answers: Answers, where: str) -> None:
    found = answers[where]["kinds"]
    wrong = {kind: one["wrong"].replace("C 等多久都不能证明无电。", "A 还没有验电。") for kind, one in found.items()}
    assert wrong == WRONG
    assert all(one["right"].startswith("✓ 答对了") for one in found.values())
    assert all(one["again"] == "" for one in found.values())
    assert {one.get("empty") for one in found.values()} == {"还没有作答。", None}
    assert "读数才是证据，见 GB 38031—2025" in found["1 single"]["right"]
    assert found["4 fill"]["answer"] == "答案：（1）绝缘电阻（绝缘阻值）；（2）MPa"


@pytest.mark.parametrize("where", PLACES)
def test_the_answer_is_out_of_sight_until_one_was_given(answers: Answers, where: str) -> None:
    assert answers[where]["key_in_sight"] == 0


@pytest.mark.parametrize("where", PLACES)
def test_results_are_kept_and_the_module_is_ticked(answers: Answers, where: str) -> None:
    found = answers[where]
    assert found["summary"] == "自测：答对 7/7 题，得 8/8 分 ✓"
    assert found["after_reload"] == found["summary"]
    assert found["shown_after_reload"].startswith("✓ 答对了")
    assert found["tick"] == found["tick_elsewhere"] == "自测全对"


def test_pages_without_questions_load_no_script_for_them(answers: Answers) -> None:
    assert answers["served"]["scripts_without_quiz"] == 0


def test_each_answer_is_told_as_a_statement(answers: Answers) -> None:
    said = answers["served"]["statements"]
    assert said[:3] == [
        ["attempted", "assessment", "ev/1-1.html#quiz", None],
        ["answered", "question", "ev/1-1.html#quiz-1", False],
        ["answered", "question", "ev/1-1.html#quiz-1", True],
    ]
    assert [verb for verb, *_ in said].count("attempted") == 1
    assert ["completed", "assessment", "ev/1-1.html#quiz", True] in said


def test_the_keyboard_is_enough(answers: Answers) -> None:
    found = answers["keyboard"]
    before, after = found["moved"]
    assert found["single"] == "✓ 答对了"
    assert after == before[1:3] + before[0] + before[3]
    assert found["said"].startswith("第 3 步：")
    assert found["kept_focus"].startswith("下移：")


def test_the_record_is_shown_exported_with_the_name_typed_and_deleted(answers: Answers) -> None:
    found = answers["record"]
    assert found["begun"].startswith("电池包检测 未完成 未完成")
    assert found["count"] == "本机记了 4 条。"
    assert "电池包检测" in found["row"]
    assert "80%" in found["row"]
    file = found["file"]
    assert (file["format"], file["version"], file["student"]) == ("textbuild-records", 1, "2026-07 王")
    verbs = [one["verb"]["id"].removeprefix("http://adlnet.gov/expapi/verbs/") for one in file["statements"]]
    assert sorted(verbs) == ["answered", "attempted", "attempted", "completed"]
    first = next(one for one in file["statements"] if one["verb"]["id"].endswith("answered"))
    assert first["object"]["id"] == "urn:x-textbuild:ev/1-1.html#quiz-1"
    assert set(first["actor"]) == {"objectType", "account"}
    assert not found["kept_name"]
    assert "还没有记录" in found["deleted"]


def test_without_scripts_the_answers_are_folded_below(answers: Answers) -> None:
    assert answers["plain"]["keys"] == 8
    assert answers["plain"]["fields"] > 15
