"""`mkdocs build` in a library's root makes one site of all books, with the same articles."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DAY, WriteLibrary
from tests.publish.site.conftest import build_site
from textbuild.publish.assets import published

CONFIG = "site_name: 全库\ndocs_dir: books\nsite_dir: output/mkdocs\ntheme: {name: material}\n"
PLUGINS = f"plugins: [{{textbuild: {{as_of: {DAY}}}}}]\n"
MORE = {
    "mkdocs.yml": CONFIG + PLUGINS,
    "books/iv/book.yml": "title: 充电\n",
    "books/iv/2-1.md": "---\ntitle: 充电检测\nid: IV-1\n---\n\n## 步骤\n\n查 GB 38031—2025。\n",
}


@pytest.fixture
def whole(write_library: WriteLibrary) -> Path:
    root = write_library(dict(MORE))
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=root, check=True, timeout=120)
    return root / "output" / "mkdocs"


def article(page: Path) -> str:
    found = re.search(r"<article.*?</article>", page.read_text("utf-8"), re.DOTALL)
    assert found
    return found[0]


def test_every_book_and_the_pages_of_standards_are_there(whole: Path) -> None:
    for page in (
        "index.html",
        "ev/1-1.html",
        "iv/2-1.html",
        "standards/gb-38031/index.html",
        published("assets/portal.css"),
        "search/index.js",
    ):
        assert (whole / page).is_file(), page


def test_articles_are_those_of_the_books_own_sites(whole: Path, tmp_path: Path) -> None:
    own = build_site(tmp_path / "library", tmp_path / "site")
    for page in ("ev/1-1.html", "iv/2-1.html", "ev/cited-standards.html"):
        assert article(whole / page) == article(own / page)


def test_a_library_that_names_no_looks_gets_ours(whole: Path) -> None:
    html = (whole / "ev/1-1.html").read_text("utf-8")
    assert '<html lang="zh-CN"' in html
    assert "切换" not in html or "外观" in html
    assert "fonts.googleapis" not in html
