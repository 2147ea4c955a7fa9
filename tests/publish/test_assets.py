"""Scripts and styles: named by what they hold, held once for all books."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.test_build import build
from tests.conftest import WriteLibrary
from textbuild.publish.assets import asset, own_assets, published
from textbuild.publish.site import site_assets
from textbuild.publish.theme import theme_path

SECOND = {
    "books/two/book.yml": "title: 充电\n",
    "books/two/guide/1.md": "---\ntitle: 充电检测\nid: CH-1\nbasis: [GB 38031]\n---\n\n按 GB 38031—2025 检测。\n",
}
_LOADED = re.compile(r'<(?:script|link)\b[^>]*? (?:src|href)="([^"]*assets/[^"]*)"')


def loaded(page: Path) -> set[Path]:
    """The assets that a page names."""
    return {(page.parent / address).resolve() for address in _LOADED.findall(page.read_text("utf-8"))}


def test_a_name_tells_the_content() -> None:
    one, other = asset("assets/a.b.css", b"a{}"), asset("assets/a.b.css", b"b{}")
    assert re.fullmatch(r"assets/a\.b\.[0-9a-f]{8}\.css", one.path)
    assert one.path != other.path


def test_what_is_no_asset_keeps_its_path() -> None:
    assert published("standards/index.html") == "standards/index.html"
    assert published("assets/portal.css") == own_assets()["assets/portal.css"].path


def test_every_file_of_ours_is_part_of_what_pages_load() -> None:
    folder = theme_path() / "site"
    files = (path for path in (folder / "assets").rglob("*") if path.is_file())
    loaded_text = b"".join(one.content for one in site_assets().values())
    assert [path.name for path in files if path.read_bytes() not in loaded_text] == []


def test_all_books_name_the_same_files_and_have_none_of_their_own(write_library: WriteLibrary) -> None:
    root = write_library(SECOND)
    assert build(root) == 0
    site = root / "output/site"
    first = loaded(site / "ev/1-1.html")
    assert len(first) > 3
    assert all(path.is_file() and path.parent.is_relative_to(site / "assets") for path in first)
    assert loaded(site / "two/guide/1.html") == first
    assert not [path for path in site.rglob("*") if path.suffix in (".js", ".css") and not _shared(path, site)]


def test_a_books_old_pages_keep_their_assets_until_all_books_are_new(write_library: WriteLibrary) -> None:
    root = write_library(SECOND)
    build(root)
    old = root / "output/site/assets/textbuild.00000000.css"
    old.write_text("a{}", "utf-8")
    assert build(root, "ev", "--force") == 0
    assert old.exists()
    assert build(root, "--force") == 0
    assert not old.exists()


def _shared(path: Path, site: Path) -> bool:
    """The search of a book is data of that book; the service worker stands where it may serve the whole site."""
    return path.is_relative_to(site / "assets") or "search" in path.relative_to(site).parts or path == site / "sw.js"
