"""The codes on paper: read off the printed page as a telephone does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from tests.conftest import DAY, FILES, WriteLibrary
from textbuild.link.library import LinkedLibrary, in_form, link_library
from textbuild.load.library import load_library
from textbuild.publish.volume.codes import code_of_book, codes_of_modules

from .conftest import BOOK, write_sample

SITE = {"books/library.yml": FILES["books/library.yml"] + "site_url: https://example.org/books/\n"}
PRINTED = {
    **SITE,
    "books/ev/book.yml": BOOK["books/ev/book.yml"] + "publication: {edition: 2, printing: 1}\n",
    "books/ev/1-2.md": BOOK["books/ev/1-2.md"].replace("title:", "id: NEV-BAT-02\ntitle:"),
}
BOOK_CODE = "https://example.org/books/v/ev-2-1/"
MODULE_CODES = {"https://example.org/books/v/ev/1-1/#2-1", "https://example.org/books/v/NEV-BAT-02/#2-1"}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("codes")
    assert write_sample(folder, PRINTED).build(folder / "ev.pdf") == ()
    return folder / "ev.pdf"


def scanned(pdf: Path, folder: Path) -> list[tuple[str, float]]:
    """Address and width in millimetres of each QR code on the pages, seen at 150 dots an inch."""
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-png", str(pdf), str(folder / "page")], check=True, timeout=120)
    found = []
    for page in sorted(folder.glob("page-*.png")):
        with Image.open(page) as picture:
            for code in zxingcpp.read_barcodes(picture):
                corners = code.position
                found.append((code.text, (corners.top_right.x - corners.top_left.x) / 150 * 25.4))
    return found


def test_every_code_is_read_off_the_page_and_is_large_enough(printed: Path, tmp_path: Path) -> None:
    found = scanned(printed, tmp_path)
    assert {text for text, _ in found} == {BOOK_CODE, *MODULE_CODES}
    assert all(width >= 15 for _, width in found), found


def test_the_address_stands_beside_the_code_in_letters(printed: Path) -> None:
    text = "".join("".join(page.extract_text().split()) for page in PdfReader(printed).pages)
    assert "example.org/books/v/ev-2-1/" in text
    assert "example.org/books/v/NEV-BAT-02/" in text


def test_without_an_address_of_the_site_there_is_no_code(pdf: Path, tmp_path: Path) -> None:
    assert scanned(pdf, tmp_path) == []


def linked(write_library: WriteLibrary, site_url: str) -> LinkedLibrary:
    config = FILES["books/library.yml"] + f'site_url: "{site_url}"\n'
    return link_library(load_library(write_library({"books/library.yml": config}))[0], DAY)


@pytest.mark.parametrize(
    "site_url",
    ["javascript:alert(1)", "example.org", "ftp://example.org/", "https://", "https://a b/", "https://教材.example/", "https://example.org/?q", "https://example.org/" + "x" * 150, ""],
)  # fmt: skip
def test_what_is_no_short_web_address_is_not_printed(write_library: WriteLibrary, site_url: str) -> None:
    library = linked(write_library, site_url)
    assert code_of_book(library.books[0], library) is None
    assert codes_of_modules(library.books[0], library) == {}


@pytest.mark.parametrize("site_url", ["https://example.org", "https://example.org/", "https://example.org//"])
def test_the_address_has_one_stroke_between_its_parts(write_library: WriteLibrary, site_url: str) -> None:
    library = linked(write_library, site_url)
    code = codes_of_modules(library.books[0], library)["books/ev/1-1.md"]
    assert code.address == "https://example.org/v/EV-1/#0.1.0"
    assert "".join(code.letters) == "example.org/v/EV-1/"


def test_loose_leaves_name_no_printing(tmp_path: Path) -> None:
    linked = in_form(write_sample(tmp_path, PRINTED).linked, "loose-leaf")
    codes = codes_of_modules(linked.books[0], linked)
    assert {code.address for code in codes.values()} == {code.partition("#")[0] for code in MODULE_CODES}
