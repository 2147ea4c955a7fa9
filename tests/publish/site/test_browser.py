"""A built site in a real browser: no other host, verdicts by mouse, keyboard and finger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import FILES
from tests.publish.browser import needs_browser, seen_on_both, small_site

pytestmark = needs_browser

MODULE = """\
---
title: 绝缘检测
id: EV-1
basis: [GB 38031]
---

## 依据

按 GB 38031—2025 测量绝缘电阻，旧版 GB 38031—2020 不再用。[外部图片](https://example.org/)

1. 核对：
    - 算式 $12 \\times 50.0 + 11 \\times 1.0 + 2 \\times 1.0 + 2 \\times 12.0 = 637.0 + 0.0$，一行放不下。

## 记录

| 项目 | 方法 | 限值 | 依据 | 实测 | 判定 | 备注 | 责任人 | 日期 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 正极对地绝缘电阻 | 绝缘电阻测试仪 | 见工艺文件 | 工艺文件 | ____ | ____ | ____ | ____ | ____ |

```python
print("正极对地", 438.0, "绝缘电阻的读数要等六十秒以后才可以记下来")  # 一行比手机的屏幕宽
```

```python hl_lines="1"
print("负极对地", 438.0, "绝缘电阻的读数要等六十秒以后才可以记下来")  # 一行比手机的屏幕宽
```
"""


JOB = """\
kind: job
id: job:fitter
title: 装配工
issuer: {kind: sample, name: 示例}
duties: [{id: A, title: 检测, tasks: [{id: A1, title: 绝缘检测, competencies: [{id: A1-S1, title: 测量绝缘}]}]}]
"""
MORE = {
    "standards/jobs/fitter.yml": JOB,
    "books/ev/book.yml": "title: 动力电池\njobs: [job:fitter]\n",
    "books/ev/glossary.yml": "terms:\n  - {term: 绝缘电阻, english: insulation resistance, definition: <b>之间的电阻。}\n",
    **{f"books/ev/2-{n}.md": f"---\ntitle: 高压部件装配与检测之{n}\nid: EV-2{n}\n---\n" for n in range(9)},
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `browser.mjs` saw on the pages of a small library."""
    site = small_site(tmp_path_factory.mktemp("browser"), {**FILES, **MORE, "books/ev/1-1.md": MODULE})
    return seen_on_both(Path(__file__).with_name("browser.mjs"), site)


Answers = dict[str, Any]


def test_no_page_asks_another_host(answers: Answers) -> None:
    assert answers["elsewhere"] == []


def test_no_page_reports_an_error_or_a_missing_file(answers: Answers) -> None:
    assert answers["errors"] == []


def test_pages_fit_a_phone(answers: Answers) -> None:
    assert {page: over for page, over in answers["overflow"].items() if over > 0} == {}


def test_the_verdict_shows_on_hover_and_goes_away(answers: Answers) -> None:
    assert "现行" in answers["hover"]
    assert answers["after_hover"] is False


def test_the_verdict_shows_on_focus_and_escape_closes_it(answers: Answers) -> None:
    assert "现行" in answers["focus"]
    assert answers["after_escape"] is False


def test_the_first_tap_shows_the_verdict_and_the_second_opens_the_page(answers: Answers) -> None:
    assert "现行" in answers["tap"]
    assert answers["after_tap"].endswith("/ev/1-1.html")
    assert "/standards/gb-38031/" in answers["after_second_tap"]


def test_a_superseded_edition_names_its_successor(answers: Answers) -> None:
    assert "已被代替" in answers["superseded"]
    assert "GB 38031—2025" in answers["superseded"]


MEANING = "<b>之间的电阻。"


def test_a_term_is_explained_on_hover_focus_and_tap(answers: Answers) -> None:
    for told in (answers["term_hover"], answers["term_focus"], answers["term_tap"][0]):
        assert told.startswith(f"绝缘电阻insulation resistance{MEANING}")
    assert answers["term_tap"][1].endswith("/ev/1-1.html")
    assert answers["term_escape"] is False


def test_a_term_describes_itself_to_screen_readers_and_shows_the_focus(answers: Answers) -> None:
    assert answers["term_described"] == [MEANING, "solid"]


def test_a_term_leads_to_its_entry_with_and_without_script(answers: Answers) -> None:
    for way in ("term_page", "term_second_tap", "term_without_script"):
        assert answers[way].endswith("/ev/glossary.html#term-绝缘电阻")


def test_the_keyboard_gets_past_the_navigation_of_every_page(answers: Answers) -> None:
    assert set(answers["skip"].values()) == {"跳到正文 shown to the title"}


def test_what_is_tapped_is_large_enough_on_a_phone(answers: Answers) -> None:
    assert answers["small_targets"] == []


def test_a_wide_table_scrolls_and_takes_the_focus(answers: Answers) -> None:
    assert answers["table"] == {"scrolls": True, "tabindex": "0"}


def test_dark_pages_are_dark(answers: Answers) -> None:
    assert answers["dark"]["scheme"] == "slate"


def test_axe_finds_nothing(answers: Answers) -> None:
    assert answers["axe"] == []
