"""A book's ZIP holds the book and what it refers to, and nothing in it leads nowhere."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import FILES, WriteLibrary
from tests.publish.offline.conftest import IV, Publish, publish_site
from textbuild.publish.offline.references import references, target

TOP = "动力电池/"
LIBRARY = FILES["books/library.yml"] + "site_url: https://example.org/books/\n"


def package(site: Path, book: str = "ev") -> dict[str, bytes]:
    with ZipFile(site / "download" / f"{book}.zip") as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def broken(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """Every reference of a page, style or drawing to a file that is not there."""
    found = []
    for name, content in files.items():
        if name.endswith((".html", ".css", ".svg")):
            for address in references(name, content.decode()):
                path = target(address, name)
                if path is not None and path not in files and not address.endswith((".js", ".json")):
                    found.append((name, address))
    return found


def test_there_is_one_folder_with_a_first_page_book_assets_and_standards(publish: Publish) -> None:
    files = package(publish(IV))
    assert {name.split("/")[0] for name in files} == {"动力电池"}
    assert {f"{TOP}{path}" for path in ("index.html", "ev/1-1.html", "standards/gb-38031/index.html")} <= files.keys()
    assert f'href="{"ev/index.html"}">开始阅读' in files[f"{TOP}index.html"].decode()


def test_other_books_and_lists_of_the_whole_library_stay_out(publish: Publish) -> None:
    files = package(publish(IV))
    assert not [name for name in files if name.startswith((f"{TOP}iv/", f"{TOP}standards/index"))]


def test_no_reference_leads_nowhere(publish: Publish) -> None:
    assert broken(package(publish(IV))) == []


def test_a_link_out_of_it_leads_to_a_page_that_says_so(publish: Publish) -> None:
    files = package(publish(IV))
    standard = files[f"{TOP}standards/gb-38031/index.html"].decode()
    assert '<a href="../../not-here.html">充电检测</a>' in standard
    assert "离线版里没有这一页" in files[f"{TOP}not-here.html"].decode()


def test_a_link_out_of_it_leads_to_the_public_site_where_there_is_one(publish: Publish) -> None:
    files = package(publish({**IV, "books/library.yml": LIBRARY}))
    standard = files[f"{TOP}standards/gb-38031/index.html"].decode()
    assert '<a href="https://example.org/books/iv/2-1.html">充电检测</a>' in standard


def test_pages_whose_links_stay_inside_are_those_of_the_site(publish: Publish) -> None:
    site = publish({})
    assert package(site)[f"{TOP}ev/1-1.html"] == (site / "ev" / "1-1.html").read_bytes()


def test_it_offers_no_download(publish: Publish) -> None:
    site = publish({})
    assert "download/ev.zip" in (site / "ev" / "index.html").read_text("utf-8")
    assert b"ev.zip" not in b"".join(package(site).values())


def test_a_drawing_in_any_encoding_comes_along_as_it_is(publish: Publish) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><desc>电</desc></svg>'.encode("gbk")
    site = publish({"books/ev/images/a.svg": drawing})
    assert package(site)[f"{TOP}ev/images/a.svg"] == (site / "ev" / "images" / "a.svg").read_bytes()


def test_a_link_that_no_file_can_be_behind_is_turned_like_any_other(publish: Publish) -> None:
    link = f"<a href='{'x' * 400}.html'>长</a>"
    files = package(publish({"books/ev/1-1.md": FILES["books/ev/1-1.md"] + link}))
    assert broken(files) == []


def test_a_hostile_title_stays_inside(publish: Publish) -> None:
    files = package(publish({"books/ev/book.yml": "title: '../../<b>/x'\n"}))
    assert {name.split("/")[0] for name in files} == {".. .. b x".strip(" .")}
    assert all("<b>" not in name for name in files)


@pytest.fixture
def root(write_library: WriteLibrary) -> Path:
    return write_library(IV)


def test_the_same_library_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    publish_site(root, tmp_path / "a")
    publish_site(root, tmp_path / "b")
    archives = [(tmp_path / out / "site/download/ev.zip").read_bytes() for out in "ab"]
    assert archives[0] == archives[1]


def test_an_unchanged_library_is_left_alone(root: Path, tmp_path: Path) -> None:
    publish_site(root, tmp_path / "a")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "a/site").rglob("*") if path.is_file()}
    assert publish_site(root, tmp_path / "a") == ()
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "a/site").rglob("*") if path.is_file()}
    assert after == before


def test_a_change_in_one_book_makes_that_books_zip_anew_and_no_other(root: Path, tmp_path: Path) -> None:
    publish_site(root, tmp_path / "a")
    module = root / "books/ev/1-1.md"
    module.write_text(module.read_text("utf-8") + "\n再读一遍。\n", "utf-8")
    built = publish_site(root, tmp_path / "a")
    assert "ev zip" in built
    assert "iv zip" not in built
    assert "再读一遍".encode() in package(tmp_path / "a/site")[f"{TOP}ev/1-1.html"]
