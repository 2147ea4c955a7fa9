"""The glossary of a printed book."""

from __future__ import annotations

import pypdf
import pytest

from tests.publish.pdf.conftest import write_sample

GLOSSARY = """\
terms:
  - term: 电池包
    english: battery pack
    definition: 按 [GB 38031—2020]{.historical} 和 GB 38031—2025 检测的总成。
    see: [热失控]
  - {term: 热失控, definition: 现象。}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("glossary")
    sample = write_sample(
        folder,
        {"books/ev/glossary.yml": GLOSSARY, "books/ev/1-2.md": "---\ntitle: 绝缘检测\n---\n\n热失控的电池包。\n"},
    )
    assert sample.build(folder / "ev.pdf") == ()
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(folder / "ev.pdf").pages]


def page_with(pages: list[str], words: str) -> int:
    return next(i for i, text in enumerate(pages) if words in text)


def test_it_stands_between_the_text_and_the_references(pages: list[str]) -> None:
    found = [page_with(pages, words) for words in ("热失控的电池包", "按汉语拼音排列", "参考文献著录规则")]
    assert found == sorted(found)
    assert "术语表" in pages[page_with(pages, "模块1电池包检测")]


def test_pages_of_front_matter_have_roman_numbers(pages: list[str]) -> None:
    text = pages[page_with(pages, "按汉语拼音排列")]
    [entry] = [part for part in text.split("电池包batterypack")[1:]]
    assert "参见：热失控。I，3" in entry


def test_an_edition_that_was_replaced_says_so(pages: list[str]) -> None:
    assert "GB38031—2020已被代替" in pages[page_with(pages, "按汉语拼音排列")]
