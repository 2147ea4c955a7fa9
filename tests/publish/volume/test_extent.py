from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textbuild.model.book import BookConfig, Publication, Trim
from textbuild.publish.volume.extent import characters, padded, sheets, thousands
from textbuild.publish.volume.page_size import (
    CHARACTER_PT,
    LINE_PT,
    MM_A_POINT,
    PAGE_SIZES,
    PUNCHED_MM,
    PageSize,
    page_size_of,
)

SMALL = PAGE_SIZES["185x260"]


def test_sheets_of_a_book_of_388_pages() -> None:
    assert sheets(388, SMALL) == "24.25"


@given(st.integers(1, 2000))
def test_pages_come_in_fours(pages: int) -> None:
    assert padded(pages) % 4 == 0
    assert 0 <= padded(pages) - pages < 4
    assert float(sheets(pages, SMALL)) * 16 == padded(pages)


def test_characters_that_the_pages_hold() -> None:
    assert thousands(160, SMALL) == str(round(39 * 33 * 160 / 1000))


@pytest.mark.parametrize(
    ("html", "count"),
    [("<p>检测 GB 38031—2025。</p>", 7), ("<svg><text>图</text></svg>a&lt;b", 3), ("<p title='不算'>\u200b</p>", 0)],
)
def test_characters_as_word_processors_count_them(html: str, count: int) -> None:
    assert characters([html]) == count


@pytest.mark.parametrize("size", PAGE_SIZES.values())
def test_type_areas_are_whole_characters_and_lines(size: PageSize) -> None:
    assert size.type_width == pytest.approx(size.characters * CHARACTER_PT * MM_A_POINT)
    assert size.type_height == pytest.approx(size.lines * LINE_PT * MM_A_POINT)
    assert size.inner + size.type_width + size.outer == pytest.approx(size.width)
    assert min(size.inner, size.outer, size.top, size.bottom) > 15


@pytest.mark.parametrize("trim", PAGE_SIZES)
def test_loose_leaves_keep_free_what_is_punched(trim: Trim) -> None:
    size = page_size_of(BookConfig(title="书", form="loose-leaf", publication=Publication(trim=trim)))
    assert size.inner >= PUNCHED_MM == 25
    assert size.outer > 15
    assert size.type_width == pytest.approx(size.characters * CHARACTER_PT * MM_A_POINT)


def test_a_book_without_publication_is_16_kai() -> None:
    assert page_size_of(BookConfig(title="书")) is SMALL
    assert (SMALL.characters, SMALL.lines) == (39, 33)
