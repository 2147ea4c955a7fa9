"""The list of all standards: what it shows without a script, and what the script needs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from textbuild.publish.assets import published

Site = Callable[[dict[str, str | bytes | None]], Path]

OTHER = "kind: standard\nnumber: GB/T 999.1\ntitle: <未>引用\nsectors: [it, unheard-of]\neditions: [{edition: GB/T 999.1-2000}]\n"
LIBRARY = "title: 教材库\nsectors: [{id: it, title: 信息技术}]\n"
FILES: dict[str, str | bytes | None] = {"standards/gb-999.1.yml": OTHER, "books/library.yml": LIBRARY}


def listed(site: Site, changes: dict[str, str | bytes | None] | None = None) -> str:
    return (site({**FILES, **(changes or {})}) / "standards/index.html").read_text("utf-8")


def row(html: str, number: str) -> str:
    rows: list[str] = re.findall(r"<tr.*?</tr>", html)
    return next(found for found in rows if f">{number}<" in found)


def test_a_cited_standard_is_linked_and_counts_the_modules_that_cite_it(site: Site) -> None:
    second = "---\ntitle: 二\nid: EV-2\nbasis: [GB 38031]\n---\n\n## 一\n\nGB 38031—2025、GB 38031—2020。\n"
    found = row(listed(site, {"books/ev/1-2.md": second}), "GB 38031")
    assert 'href="gb-38031/index.html"' in found
    assert "2 篇" in found
    assert "data-cited" in found


def test_a_standard_that_no_book_cites_is_listed_without_a_link(site: Site) -> None:
    found = row(listed(site), "GB/T 999.1")
    assert "href" not in found
    assert "data-cited" not in found
    assert "未核实" in found


def test_the_edition_that_counts_stands_for_the_standard(site: Site) -> None:
    found = row(listed(site), "GB 38031")
    assert "2025 版" in found
    assert 'data-verdict="current"' in found


def test_an_edition_whose_number_is_another_is_named_in_full(site: Site) -> None:
    renamed = "kind: standard\nnumber: GB/T 5\neditions: [{edition: GB 5-2001}]\n"
    assert "GB 5—2001 版" in row(listed(site, {"standards/gb-5.yml": renamed}), "GB/T 5")


def test_a_manual_does_not_cite(site: Site) -> None:
    manual = {
        "books/manual/book.yml": "title: 手册\ncitations: optional\n",
        "books/manual/a.md": "# 一\n\nGB/T 999.1—2000\n",
    }
    found = row(listed(site, {**manual}), "GB/T 999.1")
    assert "data-cited" not in found
    assert 'href="gb-t-999.1/index.html"' in found


def test_sectors_are_shown_by_title_and_can_be_chosen(site: Site) -> None:
    html = listed(site)
    assert "<small>信息技术、unheard-of</small>" in row(html, "GB/T 999.1")
    assert '<option value="it">信息技术</option>' in html


def test_numbers_are_in_order_of_their_value(site: Site) -> None:
    other = "kind: standard\nnumber: GB/T 1000\neditions: [{edition: GB/T 1000-2000}]\n"
    html = listed(site, {"standards/gb-1000.yml": other})
    assert html.index("GB/T 999.1<") < html.index("GB/T 1000<")


def test_titles_are_escaped(site: Site) -> None:
    assert "&lt;未&gt;引用" in listed(site)


def test_every_script_is_a_file_of_the_site_and_the_form_waits_for_it(site: Site) -> None:
    html = listed(site)
    scripts = re.findall(r"<script.*?</script>", html)
    assert f'<script src="../{published("assets/standards.js")}" defer></script>' in scripts
    assert all(script.startswith('<script src="../assets/') for script in scripts)
    assert re.search(r'<form class="filter"[^>]* hidden>', html)


def test_the_script_is_there(site: Site) -> None:
    assert (site(FILES) / published("assets/standards.js")).exists()


def test_feed_and_data_are_announced_in_the_head(site: Site) -> None:
    head = listed(site).partition("<body>")[0]
    assert '<link rel="alternate" type="application/atom+xml" title="标准变更" href="feed.atom">' in head
    assert 'type="application/json"' in head
