"""The 版权页 of a laid-out book."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from tests.publish.pdf.conftest import BOOK, Sample

PUBLICATION = """\
publication:
  isbn: 978-7-111-00000-6
  cip: |
    动力电池/张三主编．—某地：某出版社，2026.8
    ISBN 978-7-111-00000-6
    中国国家版本馆 CIP 数据核字（2026）第 012345 号
  staff: [{name: 王五, role: 责任编辑}]
  edition: 1
  edition_date: 2026-08
  printing: 2
  copies: 3000
  price: 49.80 元
"""
"""Numbers that no publisher has been given: 978-7-111-00000 is made up for the test."""


@pytest.fixture
def words(write_book: Callable[[dict[str, str]], Sample], tmp_path: Path) -> tuple[str, int]:
    """The text of the 版权页 without spaces, and the pages of the book without its cover."""
    sample = write_book({"books/ev/book.yml": BOOK["books/ev/book.yml"] + PUBLICATION})
    target = tmp_path / "ev.pdf"
    assert sample.build(target) == ()
    pages = pypdf.PdfReader(target).pages
    return "".join(pages[3].extract_text().split()), len(pages) - 2


def test_sheets_and_characters_are_computed_from_the_finished_pages(words: tuple[str, int]) -> None:
    text, pages = words
    even = math.ceil(pages / 4) * 4
    assert re.search(rf"印张{even / 16:g}字数{round(39 * 33 * even / 1000)}千字（版面字数，每面39字×33行", text)


def test_what_the_publisher_gave_stands_there_as_given(words: tuple[str, int]) -> None:
    text, _ = words
    for one in ("图书在版编目（CIP）数据", "数据核字（2026）第012345号", "责任编辑王五", "2026年8月第1版",
                "第2次印刷", "3000册", "ISBN978-7-111-00000-6", "49.80元"):  # fmt: skip
        assert one in text


def test_a4_has_its_own_type_area(write_book: Callable[[dict[str, str]], Sample], tmp_path: Path) -> None:
    sample = write_book({"books/ev/book.yml": BOOK["books/ev/book.yml"] + "publication: {trim: 210x297}\n"})
    target = tmp_path / "ev.pdf"
    assert sample.build(target) == ()
    pages = pypdf.PdfReader(target).pages
    assert {(round(float(one.mediabox.width) * 25.4 / 72), round(float(one.mediabox.height) * 25.4 / 72))
            for one in pages} == {(210, 297)}  # fmt: skip
    assert "每面44字×38行" in "".join(pages[3].extract_text().split())
