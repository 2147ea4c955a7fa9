"""The pages that printed codes lead to."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

Site = Callable[[dict[str, str | bytes | None]], Path]

LEDGER = """\
kind: published
book: ev
title: 动力电池
printings:
  - {id: ev-1-2, edition: 1, printing: 2, date: 2026-07-02, modules: [{id: EV-1, title: 检测, basis: [GB 38031-2025]}]}
  - {id: ev-1-1, edition: 1, printing: 1, date: 2026-06-01, modules: [{id: EV-1, title: 检测, basis: [GB 38031-2020]}]}
"""
GONE = LEDGER.replace("EV-1", "EV-0")


def words(page: Path) -> str:
    """The page's text without tags, spaces joined."""
    main = page.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


def verdicts(page: Path) -> list[str]:
    return re.findall(r'<section class="verdict" data-verdict="(\w+)"', page.read_text("utf-8"))


def test_a_module_that_was_not_printed_answers_for_its_text_of_today(site: Site) -> None:
    page = site({}) / "v/EV-1/index.html"
    assert verdicts(page) == ["current"]
    assert "✓ 仍然现行" in words(page)
    assert "还没有登记过印次" in words(page)


def test_a_printed_module_answers_for_what_was_printed_not_for_the_text_of_today(site: Site) -> None:
    page = site({"published/ev.yml": LEDGER}) / "v/EV-1/index.html"
    assert verdicts(page) == ["superseded"]
    assert "GB 38031—2020 已由 GB 38031—2025 代替（ 2026-07-01 起）" in words(page)


def test_each_printing_has_its_own_answer_at_its_own_anchor(site: Site) -> None:
    html = (site({"published/ev.yml": LEDGER}) / "v/EV-1/index.html").read_text("utf-8")
    second, first = (re.search(rf'id="{key}">(.*?)</h2>', html, re.DOTALL) for key in ("1-2", "1-1"))
    assert second is not None
    assert first is not None
    assert "仍然现行" in second[1]
    assert "已有变化" in first[1]


def test_the_page_leads_to_the_text_of_today_and_to_the_new_standard(site: Site) -> None:
    html = (site({"published/ev.yml": LEDGER}) / "v/EV-1/index.html").read_text("utf-8")
    assert 'href="../../ev/1-1.html"' in html
    assert 'href="../../standards/gb-38031/index.html#e-gb-38031-2025"' in html


@pytest.mark.parametrize(("printing", "verdict"), [("ev-1-1", "superseded"), ("ev-1-2", "current"), ("ev-0.1.0", "current")])  # fmt: skip
def test_each_printing_of_the_book_has_a_page_and_so_has_one_not_recorded(
    site: Site, printing: str, verdict: str
) -> None:
    page = site({"published/ev.yml": LEDGER}) / "v" / printing / "index.html"
    assert verdicts(page) == [verdict]
    assert ("没有登记" in words(page)) is (printing == "ev-0.1.0")


def test_a_module_withdrawn_keeps_its_page(site: Site) -> None:
    retired = GONE + "retired: [{id: EV-0, withdrawn: 2026-10-01, reason: 并入检测}]\n"
    told = words(site({"published/ev.yml": retired}) / "v/EV-0/index.html")
    assert "2026-10-01 起不再使用。 并入检测" in told


def test_a_module_that_moved_leads_on(site: Site) -> None:
    page = site({"published/ev.yml": GONE + "retired: [{id: EV-0, moved_to: EV-1}]\n"}) / "v/EV-0/index.html"
    assert 'href="../EV-1/index.html">现在看：电池包检测' in page.read_text("utf-8")


def test_an_id_that_was_lost_keeps_its_page_all_the_same(site: Site) -> None:
    page = site({"published/ev.yml": GONE}) / "v/EV-0/index.html"
    assert verdicts(page) == ["superseded"]
    assert "现在没有这一模块的正文" in words(page)


def test_a_book_taken_out_of_the_library_keeps_its_pages(site: Site) -> None:
    folder = site({"books/ev/book.yml": None, "books/ev/1-1.md": None, "published/ev.yml": LEDGER})
    assert verdicts(folder / "v/ev-1-1/index.html") == ["superseded"]
    assert 'href="../../standards/gb-38031/index.html' in (folder / "v/EV-1/index.html").read_text("utf-8")
    assert (folder / "standards/gb-38031/index.html").is_file()


def test_a_text_changed_since_is_told(site: Site) -> None:
    ledger = LEDGER.replace("title: 检测,", "title: 检测, text: 0123456789abcdef,", 1)
    assert "网上的正文改过" in words(site({"published/ev.yml": ledger}) / "v/EV-1/index.html")


def test_a_standard_without_a_record_is_not_called_current(site: Site) -> None:
    ledger = LEDGER.replace("GB 38031-2025", "GB 99999-2020").replace("GB 38031-2020", "GB 99999-2020")
    page = site({"published/ev.yml": ledger}) / "v/EV-1/index.html"
    assert verdicts(page) == ["unverified"]
    assert "书库里已经没有它的记录" in words(page)


def test_a_hostile_id_stays_in_the_folder_and_is_escaped(site: Site, tmp_path: Path) -> None:
    module = '---\ntitle: "<b>甲"\nid: "../../<script>"\nbasis: [GB 38031]\n---\n'
    folder = site({"books/ev/1-1.md": module}) / "v"
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")} >= {"index.html"}
    assert not [path for path in tmp_path.rglob("*script*")]
    pages = [path.read_text("utf-8") for path in folder.rglob("*.html")]
    assert not [page for page in pages if "<script>" in page or "<b>" in page]


def test_the_list_names_every_printing(site: Site) -> None:
    told = words(site({"published/ev.yml": LEDGER}) / "v/index.html")
    assert "第 1 版第 1 次印刷 △ 已有变化" in told
    assert "第 1 版第 2 次印刷 ✓ 仍然现行" in told


def test_the_pages_are_small_and_take_no_script(site: Site) -> None:
    html = (site({"published/ev.yml": LEDGER}) / "v/EV-1/index.html").read_text("utf-8")
    assert "<script" not in html
    assert re.findall(r'<link rel="stylesheet" href="../../(assets/portal)', html) == ["assets/portal"]
    assert len(html.encode()) < 8_000


def test_a_manual_has_no_pages_for_its_chapters(site: Site) -> None:
    folder = site({"books/ev/book.yml": "title: 手册\ncitations: optional\n"}) / "v"
    assert not (folder / "EV-1").exists()
