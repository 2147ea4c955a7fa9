"""The portal lists every major of the library, with its book where there is one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Site = Callable[[dict[str, str | bytes | None]], Path]

LIBRARY = """\
title: 教材库
note: 专业清单为建议稿。
sectors: [{id: new-energy-vehicles, title: 新能源汽车}, {id: it, title: 信息技术}]
majors:
  - {code: "460702", title: 新能源汽车技术, sector: new-energy-vehicles, book: ev}
  - {code: "510201", title: 计算机应用技术, sector: it}
"""


def portal(site: Site, changes: dict[str, str | bytes | None] | None = None) -> str:
    return (site({"books/library.yml": LIBRARY, **(changes or {})}) / "index.html").read_text("utf-8")


def test_a_major_with_a_book_leads_to_its_site_and_pdf(site: Site) -> None:
    html = portal(site)
    assert '<a class="whole" href="ev/index.html">' in html
    assert 'href="../pdf/ev.pdf">下载 PDF（2.5 MB）' in html


def test_a_major_without_a_book_says_so(site: Site) -> None:
    html = portal(site)
    assert "计算机应用技术" in html
    assert "编写中" in html


def test_sectors_head_their_majors(site: Site) -> None:
    html = portal(site)
    assert html.index('id="sector-new-energy-vehicles"') < html.index("460702") < html.index('id="sector-it"')


def test_the_note_on_the_list_is_shown(site: Site) -> None:
    assert "专业清单为建议稿。" in portal(site)


def test_a_book_of_no_major_is_listed_apart(site: Site) -> None:
    html = portal(site, {"books/handbook/book.yml": "title: 使用手册\n", "books/handbook/index.md": "# 开始\n"})
    assert html.index('id="others"') < html.index("使用手册")


def test_a_book_has_a_cover_and_a_major_without_one_has_none(site: Site) -> None:
    assert portal(site).count('<svg class="cover"') == 1


def test_the_sectors_are_chosen_by_addresses(site: Site) -> None:
    html = portal(site)
    assert '<a href="#sector-it">' in html
    assert '<section id="sector-it"' in html


def test_texts_of_the_library_are_escaped(site: Site) -> None:
    assert "<script>alert" not in portal(
        site, {"books/library.yml": LIBRARY + "description: <script>alert(1)</script>\n"}
    )


def test_a_missing_page_is_answered_without_other_files(site: Site) -> None:
    html = (site({}) / "404.html").read_text("utf-8")
    assert "没有这一页" in html
    assert "stylesheet" not in html
