"""A virtual workshop on paper: drawing, tables, and the code that leads to it."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from tests.check.workshops import PROCESS, WORKSHOP
from tests.conftest import FILES
from tests.publish.pdf.conftest import BOOK, write_sample
from textbuild.publish.online import locator

FILES_OF_WORKSHOP = {
    "books/ev/1-2.md": BOOK["books/ev/1-2.md"].replace("完。", "[@workshop:pack-test]"),
    "books/ev/workshops/pack-test.yml": WORKSHOP,
    "standards/processes/pack-test.yml": PROCESS,
}
SITE = {"books/library.yml": FILES["books/library.yml"] + "site_url: https://books.example.org/\n"}


def test_it_is_set_with_a_code_where_the_library_has_a_site(tmp_path: Path) -> None:
    sample = write_sample(tmp_path, {**FILES_OF_WORKSHOP, **SITE})
    assert sample.build(tmp_path / "ev.pdf") == ()
    with pikepdf.open(tmp_path / "ev.pdf") as pdf:
        links = {
            str(note.A.URI)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/A" in note and "/URI" in note.A
        }
    assert "https://books.example.org/ev/1-2.html#workshop-pack-test" in links


def test_without_an_address_of_the_site_there_is_no_code(tmp_path: Path) -> None:
    sample = write_sample(tmp_path, FILES_OF_WORKSHOP)
    assert locator(sample.book, sample.linked)("books/ev/1-2.md", "workshop-pack-test") is None


def test_a_site_url_that_is_no_address_gives_no_code(tmp_path: Path) -> None:
    hostile = {"books/library.yml": FILES["books/library.yml"] + "site_url: 'javascript:alert(1)'\n"}
    sample = write_sample(tmp_path, {**FILES_OF_WORKSHOP, **hostile})
    assert locator(sample.book, sample.linked)("books/ev/1-2.md", "x") is None
