"""The indexes of a printed book."""

from __future__ import annotations

import pypdf
import pytest

from tests.publish.pdf.conftest import write_sample

GLOSSARY = """\
terms:
  - {term: 电池包, aliases: [蓄电池包, BP], definition: 按 GB 38031—2025 检测的总成。}
  - {term: 重复性, definition: 一致的程度。}
  - {term: CAN, definition: 总线。}
"""
SECOND = """\
---
title: 绝缘检测
---

电池包和 CAN。见 GB 38031—2025，再见 GB 38031—2025。

调试（commissioning）
:   使它工作。
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("index")
    sample = write_sample(folder, {"books/ev/glossary.yml": GLOSSARY, "books/ev/1-2.md": SECOND})
    assert sample.build(folder / "ev.pdf") == ()
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(folder / "ev.pdf").pages]


@pytest.fixture(scope="module")
def words(pages: list[str]) -> str:
    return next(text for text in pages if "字母开头的词排在同一字母之下" in text and "索引" in text)


@pytest.fixture(scope="module")
def standards(pages: list[str]) -> str:
    return next(text for text in pages if "按标准编号排列" in text)


def test_words_stand_under_their_letters_chinese_and_latin_alike(words: str) -> None:
    order = [
        words.index(line) for line in ("BBP见“电池包”", "CCAN", "重复性", "D电池包", "T调试", "X蓄电池包见“电池包”")
    ]
    assert order == sorted(order)


def test_a_word_has_the_pages_of_its_first_uses_and_of_its_entry(words: str, pages: list[str]) -> None:
    entry = next(text for text in pages if "术语表" in text and "一致的程度" in text)[-1]
    assert f"D电池包I，3，{entry}" in words
    assert f"重复性{entry}" in words


def test_a_word_that_a_module_explains_has_that_page(words: str) -> None:
    assert "调试3" in words


def test_standards_have_all_pages_each_once_and_their_verdicts(standards: str) -> None:
    assert "GB38031—2020电动汽车用动力蓄电池安全要求[2]已被代替，自2026-07-01起，由GB38031—2025代替2" in standards
    assert "GB38031—2025电动汽车用动力蓄电池安全要求[1]现行，自2026-07-01起1，3，7" in standards


def test_parts_at_the_end_stand_in_the_order_of_a_chinese_book(pages: list[str]) -> None:
    marks = [
        "本岗位规范为示例",
        "定义由编者用自己的话写成",
        "字母开头的词",
        "按标准编号排列",
        "参考文献著录规则",
        "排印说明",
    ]
    found = [next(i for i, text in enumerate(pages) if mark in text) for mark in marks]
    assert found == sorted(found)
    contents = next(text for text in pages if "目录" in text and "模块1" in text)
    assert contents.index("附录") < contents.index("术语表") < contents.index("索引") < contents.index("参考文献")
