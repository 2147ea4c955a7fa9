"""Material's scripts still have the places that are replaced in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Built = Callable[[dict[str, str | bytes | None]], Path]


def test_the_search_asks_for_whole_chinese_words(built: Built) -> None:
    (worker,) = built({}).parent.glob("assets/javascripts/workers/search.*.js")
    assert "lunr.zhQuery" in worker.read_text("utf-8")


def test_the_boxes_at_the_top_of_each_module_are_not_searched(built: Built) -> None:
    site = built({"books/ev/book.yml": "title: 动力电池\ngenerated: true\n"})
    assert "人工智能" not in (site / "search/search_index.json").read_text("utf-8").encode().decode("unicode_escape")
    assert "data-search-exclude" not in (site / "1-1.html").read_text("utf-8")
