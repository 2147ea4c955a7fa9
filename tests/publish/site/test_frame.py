"""The frame of a book's page in a real browser: drawer, contents, title, way back, copying, tabs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import FILES
from tests.publish.browser import needs_browser, seen_on_both, small_site

pytestmark = needs_browser

TABS = '=== "甲"\n\n    先断电。\n\n=== "乙"\n\n    再验电。\n'
PARTS = "\n\n".join(f"## 第 {n} 节 {{#part-{n}}}\n\n{'把**读数**记在工单上，再量一次。' * 12}" for n in range(1, 31))
LONG = f"---\ntitle: 绝缘检测\nid: EV-1\nbasis: [GB 38031]\n---\n\n```python\nprint(438.0)\n```\n\n{TABS}\n间隔。\n\n{TABS}\n{PARTS}\n"
LIBRARY = {
    **FILES,
    "books/ev/book.yml": "title: 动力电池\nnav:\n  - 项目一 高压安全: [1-1.md]\n  - 项目二 接地: [1-2.md]\n",
    "books/ev/1-1.md": LONG,
    "books/ev/1-2.md": "---\ntitle: 接地\nid: EV-2\n---\n\n接地。\n",
}
Seen = dict[str, Any]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """What `frame.mjs` saw."""
    return seen_on_both(Path(__file__).with_name("frame.mjs"), small_site(tmp_path_factory.mktemp("frame"), LIBRARY))


def test_no_script_fails(seen: Seen) -> None:
    assert seen["errors"] == []


def test_what_is_far_from_the_screen_waits_for_an_idle_moment(seen: Seen) -> None:
    assert seen["near_and_far"] == [True, False]
    assert seen["in_the_end"] == [True, True]


def test_the_drawer_opens_and_closes_by_finger_and_keyboard(seen: Seen) -> None:
    assert seen["drawer"] == [True, False, True, False]
    assert (seen["drawer_outline"], seen["expanded"]) == ("solid", "true")


def test_a_desk_has_no_drawer(seen: Seen) -> None:
    assert seen["opener_on_a_desk"] is False


def test_what_is_in_a_shut_drawer_takes_no_focus(seen: Seen) -> None:
    assert seen["shut"] is False


def test_a_link_of_the_contents_leads_there_though_all_between_was_not_laid_out(seen: Seen) -> None:
    assert seen["jumped"]


def test_the_bar_tells_the_title_that_has_left_the_screen(seen: Seen) -> None:
    assert seen["title"]


def test_no_line_of_the_breadcrumbs_begins_with_their_sign(seen: Seen) -> None:
    assert seen["no_sign_first"]


def test_the_contents_follow_the_reader(seen: Seen) -> None:
    active_passed_in_sight = seen["contents"]
    assert active_passed_in_sight["part-19"][:2] == [False, True]
    assert active_passed_in_sight["part-20"] == [True, True, True]
    assert active_passed_in_sight["part-21"][:2] == [False, False]


def test_the_way_back_to_the_top_is_offered_on_the_way_up(seen: Seen) -> None:
    assert seen["top"] == [True, False, 0]


def test_sections_fold_by_keyboard_and_say_so(seen: Seen) -> None:
    assert seen["fold"] == ["true", "false"]


def test_code_is_copied_as_it_stands(seen: Seen) -> None:
    assert seen["copied"] == "print(438.0)"
    assert (seen["served"]["told"], seen["disk"]["told"]) == ("已复制", "已复制")


@pytest.mark.parametrize("where", ["served", "disk"])
def test_tabs_of_one_name_open_together_and_stay_so(seen: Seen, where: str) -> None:
    assert seen[where]["tabs"] == ["乙", "乙"]
    assert seen[where]["kept"] == ["乙", "乙"]
