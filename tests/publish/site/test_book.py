"""A book's site holds its articles, and only what may be published."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

from tests.conftest import DAY, WriteLibrary
from tests.publish.site.conftest import build_site, linked_library
from textbuild.publish.site.settings import book_settings, root_settings

Built = Callable[[dict[str, str | bytes | None]], Path]

MODULE = "---\ntitle: 电池包检测\nid: EV-1\nbasis: [GB 38031]\n---\n\n## 依据\n\n按 GB 38031—2025 检测电池包。\n"


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_each_module_is_a_page_with_its_title_and_headings(built: Built) -> None:
    html = (built({}) / "1-1.html").read_text("utf-8")
    assert re.search(r"<h1>\s*电池包检测\s*</h1>", html)
    assert '<h2 id="依据">' in html


def test_the_page_is_in_chinese(built: Built) -> None:
    assert '<html lang="zh-CN"' in (built({}) / "1-1.html").read_text("utf-8")


def test_a_citation_leads_to_the_edition_on_the_standards_page(built: Built) -> None:
    html = (built({}) / "1-1.html").read_text("utf-8")
    assert 'href="../standards/gb-38031/index.html#e-gb-38031-2025"' in html


def test_a_nav_title_stands_in_the_nav_and_the_modules_own_on_its_page(built: Built) -> None:
    book = "title: 动力电池\nnav: [{第一章: [{测电池: 1-1.md}]}]\n"
    html = (built({"books/ev/book.yml": book}) / "1-1.html").read_text("utf-8")
    assert "测电池" in html
    assert "第一章" in html
    assert re.search(r"<h1>\s*电池包检测\s*</h1>", html)


def test_a_book_without_a_first_page_gets_its_contents(built: Built) -> None:
    assert 'href="1-1.html"' in (built({}) / "index.html").read_text("utf-8")


def test_the_authors_first_page_is_kept(built: Built) -> None:
    site = built({"books/ev/index.md": "---\ntitle: 前言\nkind: front\n---\n\n你好。\n"})
    assert "你好。" in (site / "index.html").read_text("utf-8")


def test_the_page_of_cited_standards_names_verdict_and_module(built: Built) -> None:
    html = (built({}) / "cited-standards.html").read_text("utf-8")
    assert "GB 38031—2025" in html
    assert "现行" in html
    assert ">电池包检测</a>" in html


def test_a_book_with_a_job_has_a_page_of_its_coverage(built: Built) -> None:
    job = "kind: job\nid: job:a\ntitle: 装配工\nissuer: {kind: sample, name: 示例}\n"
    duties = "duties: [{id: A, title: 检测, tasks: [{id: A1, title: '<b>装箱</b>'}, {id: A2, title: 检漏}]}]\n"
    site = built(
        {
            "standards/jobs/a.yml": job + duties,
            "books/ev/book.yml": "title: 动力电池\njobs: [job:a]\n",
            "books/ev/1-1.md": MODULE.replace("id: EV-1", "id: EV-1\njobs: [job:a#A1]"),
        }
    )
    html = (site / "job-coverage.html").read_text("utf-8")
    assert '<th scope="col"><a href="1-1.html">电池包检测</a></th>' in html
    assert '<th scope="row">A1 &lt;b&gt;装箱&lt;/b&gt;</th><td>教</td>' in html
    assert '<a href="../jobs/a/index.html#A2">A2 检漏</a>' in html
    assert 'href="job-coverage.html"' in (site / "1-1.html").read_text("utf-8")


def test_a_book_without_a_job_has_no_page_of_coverage(built: Built) -> None:
    assert not (built({}) / "job-coverage.html").exists()


def test_titles_are_text_and_never_markup(built: Built) -> None:
    module = MODULE.replace("title: 电池包检测", "title: '</title><script>alert(1)</script>'")
    site = built(
        {
            "books/ev/1-1.md": module,
            "books/ev/book.yml": "title: '\"><img src=x onerror=alert(2)>'\ndescription: '\"><b onclick=alert(3)>'\n",
        }
    )
    for page in site.glob("*.html"):
        html = page.read_text("utf-8")
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "<b onclick" not in html


def test_pages_and_scripts_beside_the_modules_are_not_published(built: Built) -> None:
    site = built(
        {
            "books/ev/evil.html": "<script>alert(1)</script>",
            "books/ev/evil.js": "alert(1)",
            "books/ev/images/evil.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
            "books/ev/images/good.svg": '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>',
        }
    )
    assert not (site / "evil.html").exists()
    assert not (site / "evil.js").exists()
    assert not (site / "images/evil.svg").exists()
    assert (site / "images/good.svg").exists()
    assert not (site / "book.yml").exists()


def test_a_generated_book_says_so_on_the_page_and_in_its_metadata(built: Built) -> None:
    html = (built({"books/ev/book.yml": "title: 动力电池\ngenerated: true\n"}) / "1-1.html").read_text("utf-8")
    assert 'class="tb-ai-label"' in html
    assert '<meta name="AIGC" content="{&#34;AIGC&#34;:{&#34;Label&#34;:&#34;1&#34;' in html


def test_a_book_made_by_people_has_no_label(built: Built) -> None:
    html = (built({}) / "1-1.html").read_text("utf-8")
    assert "AIGC" not in html


def test_the_sitemap_names_the_day_of_the_verdicts(built: Built) -> None:
    library = "title: 测试\nsite_url: https://example.org/books/\n"
    sitemap = (built({"books/library.yml": library}) / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://example.org/books/ev/1-1.html</loc>" in sitemap
    assert set(re.findall("<lastmod>(.*?)</lastmod>", sitemap)) == {DAY.isoformat()}


def test_a_library_without_an_address_has_no_sitemap(built: Built) -> None:
    assert not list(built({}).glob("sitemap*"))


def test_the_same_library_gives_the_same_bytes(write_library: WriteLibrary, tmp_path: Path) -> None:
    root = write_library({"books/library.yml": "title: 测试\nsite_url: https://example.org/\n"})
    first = files_of(build_site(root, tmp_path / "a"))
    assert first == files_of(build_site(root, tmp_path / "b"))


def test_mkdocs_makes_the_same_bytes_of_the_derived_configuration(write_library: WriteLibrary, tmp_path: Path) -> None:
    root = write_library({"books/library.yml": "title: 测试\nsite_url: https://example.org/\n"})
    ours = files_of(build_site(root, tmp_path / "site") / "ev")
    linked = linked_library(root)
    settings = book_settings(
        linked.books[0].book, linked.library.config.value, root, tmp_path / "theirs", DAY, root_settings(root)
    )
    (tmp_path / "derived.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(tmp_path / "derived.yml")]
    subprocess.run(command, check=True, timeout=120)
    assert files_of(tmp_path / "theirs") == ours


def test_a_book_that_cites_nothing_has_no_page_of_standards(built: Built) -> None:
    site = built({"books/ev/1-1.md": "---\ntitle: 前言\nkind: front\n---\n\n你好。\n"})
    assert not (site / "cited-standards.html").exists()


def test_a_module_keeps_a_name_that_textbuild_uses_itself(built: Built) -> None:
    site = built({"books/ev/cited-standards.md": "---\ntitle: 我的标准\nid: EV-2\n---\n\n自己写的。\n"})
    assert "自己写的。" in (site / "cited-standards.html").read_text("utf-8")
