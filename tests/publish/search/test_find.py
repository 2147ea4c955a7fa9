"""What readers type, and what they find first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.search.conftest import ask, ask_collection, book
from textbuild.publish.search import INDEX, Collection, SearchPage, Section, index_of, merged, read_index, write_index
from textbuild.publish.search.index import Index

STANDARD = book(
    ("GB/T 20234.1—2023 电动汽车传导充电用连接装置", "第 5.1 条"), ("其他", "CAN 总线，GB38031，V2G，Modbus")
)


@pytest.mark.parametrize(
    "typed",
    ["GB/T 20234.1-2023", "gbt20234.1", "GB／T２０２３４．１", "gb/t 20234", "20234.1—2023", "连接装置", "第5.1条", "传导 装置", "20234"],
)  # fmt: skip
def test_a_standard_is_found_however_it_is_typed(typed: str) -> None:
    (answer,) = ask_collection(STANDARD, [typed])
    assert answer == {"found": ["p0.html#"], "near": False}


@pytest.mark.parametrize("typed", ["CAN总线", "can 总线", "gb 38031", "38031", "v2g", "MODB", "总", "线", "c"])
def test_letters_digits_and_single_characters_are_found(typed: str) -> None:
    (answer,) = ask_collection(STANDARD, [typed])
    assert "p1.html#" in answer["found"]


@pytest.mark.parametrize("typed", ["an总线", "8031", "2g", "", "，。", "不存在的词"])
def test_the_middle_of_a_word_and_what_is_not_there_are_not_found(typed: str) -> None:
    (answer,) = ask_collection(book(("", "CAN 总线，GB38031")), [typed])
    assert answer["found"] == []


def test_titles_come_before_headings_and_headings_before_text() -> None:
    page = SearchPage("b.html", "别的", (), (Section("", "别的", ""), Section("s", "热失控", "")))
    pages = (*book(("", "热失控热失控")).pages, page, *book(("", "另"), ("热失控", "")).pages[1:])
    (answer,) = ask_collection(Collection("书", pages), ["热失控"])
    assert answer["found"] == ["p1.html#", "b.html#s", "p0.html#"]


def test_words_may_stand_in_different_sections_of_a_page() -> None:
    page = SearchPage("a.html", "", (), (Section("", "", "高压"), Section("s", "", "手套"), Section("t", "", "别的")))
    (answer,) = ask_collection(Collection("书", (page,)), ["高压 手套"])
    assert sorted(answer["found"]) == ["a.html#", "a.html#s"]


def test_where_nothing_has_all_of_it_the_nearest_is_offered() -> None:
    (answer,) = ask_collection(book(("", "电池包的绝缘检测"), ("", "检测")), ["电池绝缘检测"])
    assert answer == {"found": ["p0.html#"], "near": True}


def test_a_word_across_a_full_stop_is_not_found() -> None:
    (answer,) = ask_collection(book(("", "检查电池。包装完好，电池包装好")), ["池包"])
    assert answer["found"] == ["p0.html#"]
    (answer,) = ask_collection(book(("", "检查电池。包装完好")), ["池包"])
    assert answer["found"] == []


def test_a_library_is_asked_like_one_book(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_index(index_of(book(("", f"热失控 {name}1"), ("", "别的")), "../"), tmp_path / name / "search")
    records = index_of(book(("热失控试验", "")), "../standards/")
    indexes = [records, *(read_index(tmp_path / name / "search", f"../{name}/search/") for name in ("a", "b"))]
    write_index(merged(indexes), tmp_path / "search")
    everything, one = ask(tmp_path / "search" / INDEX, ["热失控", "b1"])
    assert everything["found"] == ["standards/p0.html#", "a/p0.html#", "b/p0.html#"]
    assert one["found"] == ["b/p0.html#"]


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    write_index(Index((), {}), tmp_path)
    assert ask(tmp_path / INDEX, ["热", "热失控", "gb"]) == [{"found": [], "near": False}] * 3


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_index(index_of(STANDARD, "../"), tmp_path / name)
    one, two = (
        {p.relative_to(tmp_path / n): p.read_bytes() for p in (tmp_path / n).rglob("*.js")} for n in ("one", "two")
    )
    assert [content for _, content in sorted(one.items())] == [content for _, content in sorted(two.items())]
