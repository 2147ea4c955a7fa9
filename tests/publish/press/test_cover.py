from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest

from tests.publish.pdf.conftest import BOOK, write_sample
from tests.publish.press.conftest import profile_bytes
from tests.publish.press.test_book import build
from textbuild.model.book import Paper, Publication
from textbuild.publish.press.bar_code import MODULE_MM, bar_code
from textbuild.publish.press.book import COVER, REPORT, TEXT
from textbuild.publish.press.cover import spine_of

ISBN = "978-7-111-00000-6"
_RIGHT = {"1110010": 0, "1100110": 1, "1101100": 2, "1000010": 3, "1011100": 4,
          "1001110": 5, "1010000": 6, "1000100": 7, "1001000": 8, "1110100": 9}  # fmt: skip
"""The right-hand half of EAN-13 (ISO/IEC 15420, table 1)."""


def modules(svg: str) -> str:
    """What a scanner sees along the bars: 1 for dark."""
    row = [0] * 200
    for left, wide in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg):
        start = round(float(left) / MODULE_MM)
        row[start : start + round(float(wide) / MODULE_MM)] = [1] * round(float(wide) / MODULE_MM)
    return "".join(map(str, row))


def test_bars_say_the_last_six_digits() -> None:
    right = modules(bar_code(ISBN))[11 + 50 :]
    assert [_RIGHT[right[place : place + 7]] for place in range(0, 42, 7)] == [0, 0, 0, 0, 0, 6]


@pytest.mark.parametrize(("addition", "length"), [("01", 20), ("52495", 47)])
def test_addition_stands_beside_the_code(addition: str, length: int) -> None:
    plain, more = modules(bar_code(ISBN)), modules(bar_code(ISBN, addition))
    start = 11 + 95 + 9
    assert more[:start] == plain[:start]
    assert more[start : start + 4] == "1011"
    assert "1" not in more[start + length :]
    assert more[start + length - 1] == "1"


def test_spine_is_as_wide_as_half_the_pages_are_thick() -> None:
    publication = Publication(paper=Paper(gsm=70, bulk=1.3))
    spine = spine_of("动力 电池", 398, publication, 260)
    assert spine is not None
    assert spine.width == 18.2  # 200 leaves of 0.091 mm
    assert spine.letters == ("动", "力", "电", "池")


def test_a_thin_book_has_no_words_on_its_spine() -> None:
    spine = spine_of("动力电池", 96, Publication(paper=Paper(gsm=70)), 260)
    assert spine is not None
    assert spine.letters == ()


def test_the_width_of_a_spine_is_never_guessed() -> None:
    assert spine_of("动力电池", 400, Publication(), 260) is None


@pytest.mark.parametrize("isbn", [True, False])
def test_cover_is_a_file_of_its_own(tmp_path: Path, isbn: bool) -> None:
    given = f"publication: {{paper: {{gsm: 80}}{f', isbn: {ISBN}' if isbn else ''}}}\n"
    sample = write_sample(tmp_path, {"books/ev/book.yml": BOOK["books/ev/book.yml"] + given})
    (tmp_path / "press.icc").write_bytes(profile_bytes())
    target = tmp_path / "out"
    build(replace(sample), target, tmp_path / "press.icc")
    with pikepdf.open(target / COVER) as cover, pikepdf.open(target / TEXT) as text:
        assert len(text.pages) % 4 == 0
        [page] = cover.pages
        width = (float(page.trimbox[2]) - float(page.trimbox[0])) * 25.4 / 72
        assert width == pytest.approx(185 * 2 + round(len(text.pages) / 2 * 0.104, 1), abs=0.05)
    words = "".join(pypdf.PdfReader(target / COVER).pages[0].extract_text().split())
    assert (f"ISBN{ISBN}" in words) == isbn
    assert "封面，书脊宽" in (target / REPORT).read_text("utf-8")
