"""Lists of page numbers in indexes."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from textbuild.publish.pdf.page_lists import Asked, filled, listed, numbered, roman


def shown(html: str) -> str:
    return re.sub(r"</?(?:a|span)[^>]*>", "", html)


def known(**pages: int) -> dict[str, dict[str, int]]:
    return {name: {"page": page} for name, page in pages.items()}


def test_a_page_is_listed_once_and_pages_in_a_row_as_a_range() -> None:
    html = '<span class="page-list" data-pages="#a #b #c #d #e #f"></span>'
    pages = known(a=7, b=3, c=4, d=4, e=5, f=8)
    assert shown(filled(html, pages, {})) == "3–5，7，8"


def test_the_page_that_explains_is_bold_and_in_no_range() -> None:
    html = '<span class="page-list" data-main="#d" data-roman="#x" data-pages="#a #b #c"></span>'
    assert shown(filled(html, known(a=3, b=4, c=5, d=4, x=4), {})) == "IV，3，<b>4</b>，5"


def test_every_number_leads_to_the_first_place_on_its_page() -> None:
    html = '<span class="page-list" data-pages="#a #b"></span>'
    assert '<a href="#a">3</a>' in filled(html, known(a=3, b=3), {})


def test_what_was_printed_is_told() -> None:
    asked: Asked = {}
    html = '<span class="page-list" data-pages="#a #gone"></span>'
    assert shown(filled(html, known(a=3), asked)) == "3"
    assert asked == {("a", "page"): 3, ("gone", "page"): None}
    assert listed(html) == {"a", "gone"}


def test_numbers_begin_anew_where_a_part_of_the_book_does() -> None:
    told = numbered([["cover"], ["front"], ["x"], ["body", "x"]], ("front", "body"))
    assert {name: one["page"] for name, one in told.items()} == {"cover": 1, "front": 1, "x": 2, "body": 1}


@given(st.sets(st.integers(1, 60), min_size=1))
def test_a_list_tells_of_its_pages_and_of_no_other(pages: set[int]) -> None:
    ids = {f"p{page}": page for page in pages}
    html = f'<span class="page-list" data-pages="{" ".join(f"#{id_}" for id_ in ids)}"></span>'
    told: set[int] = set()
    for part in shown(filled(html, known(**ids), {})).split("，"):
        first, _, last = part.partition("–")
        told |= set(range(int(first), int(last or first) + 1))
    assert told == pages


def test_roman() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 19)] == ["I", "IV", "IX", "XIV", "XIX"]
