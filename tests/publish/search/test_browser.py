"""The search dialog in a real browser: typed, by keyboard and finger, served and from the disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import FILES
from tests.publish.browser import needs_browser, seen_by, served, small_site
from tests.publish.site.conftest import linked_library
from tests.publish.site.test_browser import MODULE
from textbuild.publish.portal import build_search

pytestmark = needs_browser
OTHER = "---\ntitle: 绝缘电阻的测量\nid: EV-2\n---\n\n## 步骤\n\n先断电。测**绝缘**电阻，再记录。\n"
FURTHER = "---\ntitle: 充电\nid: IV-1\n---\n\n按 GB 38031—2025 检测。\n"
MORE = {
    "books/ev/1-1.md": MODULE,
    "books/ev/1-2.md": OTHER,
    "books/iv/book.yml": "title: 充电\n",
    "books/iv/1.md": FURTHER,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    site = small_site(folder, {**FILES, **MORE})
    build_search(linked_library(folder / "library"), site, site / "search")
    return site


@pytest.fixture(scope="module", params=["served", "from the disk"])
def seen(request: pytest.FixtureRequest, site: Path) -> dict[str, Any]:
    """What `browser.mjs` saw."""
    script = Path(__file__).with_name("browser.mjs")
    if request.param == "from the disk":
        return seen_by(script, f"{site.as_uri()}/")
    with served(site) as address:
        return seen_by(script, address)


Seen = dict[str, Any]


def test_a_slash_opens_it_and_typing_finds(seen: Seen) -> None:
    assert seen["focus"] == "combobox"
    assert seen["status"] == "找到 4 处，在 2 篇里。"
    assert seen["titles"] == ["绝缘电阻的测量", "绝缘检测"]
    assert seen["marks"] == ["绝缘电阻"]


def test_escape_closes_it_and_gives_the_focus_back(seen: Seen) -> None:
    assert seen["escaped"] == {"open": False, "focus": True}


def test_what_was_typed_is_there_again(seen: Seen) -> None:
    assert seen["again"] == "绝缘电阻"


def test_arrows_choose_and_enter_opens_the_page_with_the_words_marked(seen: Seen) -> None:
    assert seen["active"] == {"place": 1, "selected": "true", "expanded": "true"}
    assert seen["opened"] == "ev/1-2.html?h=绝缘电阻#步骤"
    assert seen["marked"] == ["绝缘电阻", "绝缘", "电阻"]
    assert seen["told"] == "“绝缘电阻” 2 / 2"


def test_the_marks_can_be_taken_off(seen: Seen) -> None:
    assert seen["unmarked"] == 0


def test_it_fills_the_screen_of_a_phone(seen: Seen) -> None:
    assert seen["whole_screen"] is True


def test_the_whole_library_is_searched_by_books(seen: Seen) -> None:
    assert seen["books"] == ["标准库", "动力电池", "充电"]


def test_where_nothing_is_found_it_says_what_to_try(seen: Seen) -> None:
    assert seen["nothing"] == {"told": "没有找到“龙舟比赛”。", "tips": 3, "options": 0}


def test_the_focus_stays_in_the_dialog(seen: Seen) -> None:
    assert seen["trapped"] is True


def test_a_standard_number_is_marked_across_its_link(seen: Seen) -> None:
    assert "".join(seen["across"]) == "GB 38031—2025"


def test_axe_finds_nothing(seen: Seen) -> None:
    assert seen["axe"] == []


def test_nothing_fails_and_no_other_host_is_asked(seen: Seen) -> None:
    assert seen["errors"] == []
    assert seen["elsewhere"] == []
