"""The page of terms in a book's site, and that of the whole library."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from tests.conftest import WriteLibrary
from tests.publish.site.conftest import build_site, linked_library
from textbuild.publish.portal import build_shared

GLOSSARY = """\
terms:
  - term: 电池包
    aliases: [蓄电池包, 电 池包]
    english: battery pack
    definition: 按 GB 38031—2025 和 [GB 38031—2020]{.historical} 检测的<总成>。
    basis: [GB 38031]
    see: [热失控]
  - {term: 热失控, definition: 现象。}
"""
Build = Callable[[dict[str, str | bytes | None]], Path]


def test_each_term_has_an_entry_with_all_that_is_known_of_it(built: Build) -> None:
    html = (built({"books/ev/glossary.yml": GLOSSARY}) / "glossary.html").read_text("utf-8")
    assert '<h2 id="letter-d">D</h2>' in html
    assert '<dt id="term-电池包"><dfn>电池包</dfn> <span class="tb-english" lang="en">battery pack</span></dt>' in html
    assert '<a class="num" href="../standards/gb-38031/index.html#e-gb-38031-2025">GB 38031—2025</a>' in html
    assert "已被代替" in html
    assert "检测的&lt;总成&gt;。" in html
    assert "又称：蓄电池包</p>" in html
    assert '参见：<a href="glossary.html#term-%E7%83%AD%E5%A4%B1%E6%8E%A7">热失控</a>' in html
    assert '用到它的模块：<a href="1-1.html#use-%E7%94%B5%E6%B1%A0%E5%8C%85">电池包检测</a>' in html


def test_the_module_leads_to_the_entry(built: Build) -> None:
    html = (built({"books/ev/glossary.yml": GLOSSARY}) / "1-1.html").read_text("utf-8")
    assert 'id="use-电池包" href="glossary.html#term-%E7%94%B5%E6%B1%A0%E5%8C%85"' in html


def test_without_terms_there_is_no_page(built: Build) -> None:
    book = built({})
    assert not (book / "glossary.html").exists()
    assert "tb-term" not in (book / "1-1.html").read_text("utf-8")


def test_a_module_of_that_name_keeps_its_place(built: Build) -> None:
    own = "---\ntitle: 自己的词表\nkind: appendix\n---\n\n电池包\n"
    book = built({"books/ev/glossary.yml": GLOSSARY, "books/ev/glossary.md": own})
    assert "自己的词表" in (book / "glossary.html").read_text("utf-8")
    assert "tb-term" not in (book / "1-1.html").read_text("utf-8")


def test_the_library_lists_what_its_books_explain(write_library: WriteLibrary, tmp_path: Path) -> None:
    same = "terms:\n  - {term: 热失控, definition: 现象。}\n  - {term: 电池包, definition: 另一种解释。}\n"
    more = {
        "books/iv/book.yml": "title: 充电\n",
        "books/iv/1.md": "---\ntitle: 充电\n---\n",
        "books/iv/glossary.yml": same,
    }
    root = write_library({"books/ev/glossary.yml": GLOSSARY, **more})
    site = tmp_path / "site"
    build_shared(linked_library(root), site, {})
    html = (site / "glossary/index.html").read_text("utf-8")
    assert html.count("<dfn>热失控</dfn>") == 1
    assert html.count("<dfn>电池包</dfn>") == 2
    assert '<a href="../ev/glossary.html#term-%E7%83%AD%E5%A4%B1%E6%8E%A7">动力电池</a>、' in html
    assert html.count('id="term-电池包"') == 1
    assert 'href="glossary/index.html"' in (site / "index.html").read_text("utf-8")


def test_addresses_in_the_pages_lead_somewhere(write_library: WriteLibrary, tmp_path: Path) -> None:
    root = write_library({"books/ev/glossary.yml": GLOSSARY})
    site = build_site(root, tmp_path / "site")
    build_shared(linked_library(root), site, {})
    for page in (site / "ev/glossary.html", site / "glossary/index.html"):
        for href in set(_links(page.read_text("utf-8"))):
            assert (page.parent / href).exists(), href


def _links(html: str) -> list[str]:
    main = html[html.index("<h1") :]
    return [unquote(href) for href in re.findall(r'href="([^"#:]+)[#"]', main)]
