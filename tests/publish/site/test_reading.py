"""What a reader sets and reads is kept on the device, and pages grow no older than they say; in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import FILES
from tests.publish.browser import needs_browser, seen_on_both, small_site

pytestmark = needs_browser

PARTS = "\n\n".join(f"## 第 {n} 节 {{#part-{n}}}\n\n{'把读数记在工单上，再量一次。' * 12}" for n in range(1, 31))
LONG = f"""\
---
title: 绝缘检测
basis: [GB 38031]
---

按 GB 38031—2025 测量绝缘电阻。

??? success "参考答案"
    合格。

{PARTS}
"""
ENDING = """\
kind: standard
number: GB 9
title: 接地
editions:
  - edition: GB 9-2020
    effective: 2021-01-01
    checks: [{source: "https://example.org/a", kind: catalogue, on: 2026-11-23}]
  - edition: GB 9-2026
    published: 2026-06-01
    effective: 2027-01-01
    replaces: [GB 9-2020]
    checks: [{source: "https://example.org/b", kind: catalogue, on: 2026-11-23}]
"""
JOB = """\
kind: job
id: job:fitter
title: 装配工
issuer: {kind: sample, name: 示例}
duties:
  - {id: A, title: 检测, tasks: [{id: A1, title: 绝缘检测}]}
  - {id: B, title: 接地, tasks: [{id: B1, title: 接地检测}]}
"""
LIBRARY = {
    **FILES,
    "standards/national/gb-9.yml": ENDING,
    "standards/jobs/fitter.yml": JOB,
    "books/ev/book.yml": 'title: 动力电池\nmajor: "460702"\njobs: [job:fitter]\n',
    "books/ev/1-1.md": LONG,
    "books/ev/1-2.md": "---\ntitle: 接地\nbasis: [GB 9]\n---\n\n按 GB 9—2020 接地。\n",
}

Answers = dict[str, Any]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """What `reading.mjs` saw."""
    site = small_site(tmp_path_factory.mktemp("reading"), LIBRARY)
    return seen_on_both(Path(__file__).with_name("reading.mjs"), site)


def test_no_page_reports_an_error(answers: Answers) -> None:
    assert answers["errors"] == []


@pytest.mark.parametrize("where", ["progress", "progress_from_disk"])
def test_reading_goes_on_where_it_was_left(answers: Answers, where: str) -> None:
    found = answers[where]
    assert found["nothing_to_continue"]
    assert found["first_visit_offers_nothing"]
    assert "继续阅读 绝缘检测 动力电池 读到" in found["continue"]
    assert found["offer"].startswith("上次读到 ")
    assert found["offer"].endswith("节")
    assert found["resumed"] == {"sign": True, "near": True, "focus": "tb-here"}


@pytest.mark.parametrize("where", ["progress", "progress_from_disk"])
def test_a_module_counts_as_read_when_its_end_was_looked_at(answers: Answers, where: str) -> None:
    found = answers[where]
    assert found["done_at_once"] == "标为已读"
    assert found["tick"] == "已读"
    assert "共 2 个模块" in found["start"]
    assert "已读 1/2" in found["start"]
    assert found["undone"] == "标为已读"


def test_the_size_of_the_text_is_kept_for_all_pages_from_the_first_picture_on(answers: Answers) -> None:
    assert answers["size"] == {"grew": True, "kept": True, "scale": "1.3", "reset": True}


def test_portal_standards_and_books_share_one_choice_of_colours(answers: Answers) -> None:
    assert answers["theme"] == {"word": "深色", "dark": True, "book": "slate", "back": True}


def test_a_page_says_nothing_before_the_standard_ends(answers: Answers) -> None:
    before = answers["day_before"]
    assert before["banner"] == ""
    assert before["verdict"] == "current"


def test_a_page_says_so_when_its_standard_has_ended_since(answers: Answers) -> None:
    after = answers["day_after"]
    assert "GB 9—2020 自 2027-01-01 起由 GB 9—2026 代替" in after["banner"]
    assert "本页核对于 2026-11-24" in after["banner"]
    assert after["above"]
    assert after["verdict"] == "superseded"
    assert after["told"] == "已被代替，自 2027-01-01 起，由 GB 9—2026 代替"
    assert "已被代替" in after["label"]


def test_a_page_says_so_when_its_checks_have_grown_too_old(answers: Answers) -> None:
    assert answers["long_after"]["doubtful"]
    assert not answers["day_before"]["doubtful"]


def test_the_keyboard_reaches_everything(answers: Answers) -> None:
    assert answers["keyboard"] == {"reached": ["-1", "1", "tb-citation", "tb-button"], "scale": "1.15"}


def test_an_address_unfolds_the_duty_that_it_names(answers: Answers) -> None:
    assert answers["unfolded"]


def test_paper_shows_the_text_its_answers_and_verdicts_in_words(answers: Answers) -> None:
    printed = answers["print"]
    assert printed["chrome"] == []
    assert printed["answers"]
    assert printed["folded_again"]
    assert "现行" in printed["verdict"]
    assert printed["address"].endswith("/ev/1-1.html")


def test_a_browser_that_keeps_nothing_shows_the_pages(answers: Answers) -> None:
    assert answers["without_storage"] == {"errors": [], "theme": "dark"}
