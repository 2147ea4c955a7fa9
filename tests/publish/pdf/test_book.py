"""The finished file of a small book."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pytest

from tests.publish.pdf.conftest import Sample
from textbuild.publish.pdf.fetcher import BookFetcher
from textbuild.publish.pdf.typeset import typeset

Write = Callable[[dict[str, str]], Sample]
MODULE = "检测，见图1-1"
"""Words on the first page of the first module."""


@pytest.fixture(scope="module")
def pages(pdf: Path) -> list[str]:
    """The words of each page, without any space."""
    return ["".join(page.extract_text().split()).replace("\u2060", "") for page in pypdf.PdfReader(pdf).pages]


def page_with(pages: list[str], words: str) -> int:
    return next(i for i, text in enumerate(pages) if words in text)


def test_pages_have_the_trim_of_the_book(pdf: Path) -> None:
    boxes = {tuple(round(float(v) / 72 * 25.4) for v in page.mediabox[2:]) for page in pypdf.PdfReader(pdf).pages}
    assert boxes == {(185, 260)}


def test_order_is_that_of_a_chinese_book(pages: list[str]) -> None:
    marks = [
        "动力电池",
        "标准核对日期",
        "本书讲电池包",
        "目录",
        MODULE,
        "完。",
        "岗位规范：装配工",
        "参考文献著录规则",
    ]
    found = [page_with(pages, mark) for mark in marks]
    assert found == sorted(found)


def test_modules_open_on_a_right_hand_page(pdf: Path) -> None:
    with pikepdf.open(pdf) as file, file.open_outline() as outline:
        [front, contents, part, records, answers, _standards, references] = outline.root
        numbers = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        places = [item.destination for item in (front, contents, *part.children, records, answers, references)]
        opened = [numbers[place[0].objgen] for place in places if isinstance(place, pikepdf.Array)]
    assert len(opened) == 7
    assert all(number % 2 for number in opened)


def test_outline_has_parts_modules_and_sections(pdf: Path) -> None:
    with pikepdf.open(pdf) as file, file.open_outline() as outline:
        titles = [item.title for item in outline.root]
        part = outline.root[2]
        modules = [item.title for item in part.children]
        sections = [item.title for item in part.children[0].children]
    assert titles == ["前言", "目录", "项目一 检测", "附录 岗位规范与生产工艺流程", "自测答案", "标准索引", "参考文献"]
    assert modules == ["模块 1 电池包检测", "模块 2 绝缘检测"]
    assert sections == ["依据", "知识准备"]


def test_contents_give_the_printed_page_numbers(pdf: Path, pages: list[str]) -> None:
    contents = pages[page_with(pages, "目录")]
    labels = pypdf.PdfReader(pdf).page_labels
    last = labels[max(index for index, text in enumerate(pages) if "尾声" in text)]
    assert f"尾声{last}" in contents.replace(".", "")


def test_pages_are_labelled_as_they_are_numbered(pdf: Path, pages: list[str]) -> None:
    labels = pypdf.PdfReader(pdf).page_labels
    assert labels[0] == "C1"
    assert labels[page_with(pages, "本书讲电池包")] == "I"
    assert labels[page_with(pages, MODULE)] == "1"


def test_figures_tables_and_equations_are_numbered_and_named(pages: list[str]) -> None:
    text = pages[page_with(pages, MODULE)]
    assert "见图1-1、表1-1和式（1-1）" in text
    assert "图1-1电池包外形" in text
    assert "表1-1工具" in text


def test_footnote_stands_on_the_page_of_its_mark(pages: list[str]) -> None:
    assert page_with(pages, "脚注里的话") == page_with(pages, MODULE)


def test_reference_list_tells_the_verdict_of_the_day(pages: list[str]) -> None:
    text = pages[page_with(pages, "参考文献著录规则")]
    assert "[1]GB38031—2025电动汽车用动力蓄电池安全要求[S].现行，自2026-07-01起" in text
    assert "（2026-11-23核对，example.org）" in text
    assert "已被代替，自2026-07-01起，由GB38031—2025代替" in text


def test_sample_records_say_that_they_are_samples(pages: list[str]) -> None:
    text = pages[page_with(pages, "岗位规范：装配工")]
    assert "本岗位规范为示例" in text
    assert "示例工艺" in "".join(pages)


def test_every_link_leads_to_a_place_in_the_book_or_to_the_web(pdf: Path) -> None:
    with pikepdf.open(pdf) as file:
        names = set(pikepdf.NameTree(file.Root.Names.Dests))
        links = [link for page in file.pages for link in page.get("/Annots", [])]
        internal = [str(link.Dest) for link in links if "/Dest" in link]
        external = [str(link.A.URI) for link in links if "/A" in link]
    assert len(internal) > 20
    assert set(internal) <= names
    assert external == []
    assert all(name.isascii() for name in names)  # sorted by bytes, so that readers find them


def test_fonts_are_the_books_own_and_embedded(pdf: Path) -> None:
    with pikepdf.open(pdf) as file:
        fonts = [
            one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]
        names = {str(font.FontName).partition("+")[2] for font in fonts}
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
    assert names <= {
        f"TB-{name}{weight}" for name in ("Serif", "Sans", "Latin", "Mono", "Kai") for weight in ("", "-Bold")
    }
    assert names


def test_metadata_names_title_people_language_and_dates(pdf: Path) -> None:
    with pikepdf.open(pdf) as file:
        info = file.docinfo
        assert str(info["/Title"]) == "动力电池：装配与检测"
        assert str(info["/Author"]) == "张三, 李四"
        assert str(info["/CreationDate"]) == "D:20261124000000Z"
        assert str(file.Root.Lang) == "zh-CN"
        with file.open_metadata() as xmp:
            assert xmp["dc:title"] == "动力电池：装配与检测"
            assert xmp["dc:language"] == {"zh-CN"}
            assert "新能源汽车技术" in xmp["dc:subject"]


def test_generated_book_carries_the_label_to_be_seen_and_read_by_machines(pdf: Path, pages: list[str]) -> None:
    assert "本书内容由人工智能生成" in pages[0]
    assert "本书内容由人工智能生成" in pages[page_with(pages, "标准核对日期")]
    with pikepdf.open(pdf) as file:
        label = json.loads(str(file.docinfo["/AIGC"]))
    assert label["AIGC"]["Label"] == "1"
    assert label["AIGC"]["ProduceID"] == "ev-1.2.0"


def test_book_that_people_wrote_carries_no_label(
    write_book: Callable[[dict[str, str]], Sample], tmp_path: Path
) -> None:
    plain = "title: 动力电池\nnav: [1-1.md]\n"
    target = tmp_path / "a.pdf"
    assert write_book({"books/ev/book.yml": plain}).build(target) == ()
    assert "人工智能" not in "".join(page.extract_text() for page in pypdf.PdfReader(target).pages)
    with pikepdf.open(target) as file:
        assert "/AIGC" not in file.docinfo


def test_same_inputs_give_the_same_bytes(sample: Sample, pdf: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.pdf"
    sample.build(again)
    assert again.read_bytes() == pdf.read_bytes()


def test_layout_has_nothing_to_complain_of(sample: Sample, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("weasyprint").propagate = True
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        sample.build(tmp_path / "a.pdf")
    assert [record.getMessage() for record in caplog.records] == []


def test_answers_stand_behind_the_modules_with_the_pages_of_their_questions(pages: list[str]) -> None:
    module, answers = page_with(pages, "先做什么？"), page_with(pages, "先自己作答")
    assert answers > module
    assert "没有验电" in pages[answers]
    assert "没有验电" not in pages[module]
    assert re.search(r"答案→第\d+页", pages[module])


def test_tail_that_the_layout_drops_is_reported(sample: Sample, tmp_path: Path) -> None:
    def lossy(html: str, fetcher: BookFetcher, theme: Path) -> bytes:
        start = html.index('<h2 id="m3-~5c3e~58f0"')
        return typeset(html[:start] + html[html.index("</section>", start) :], fetcher, theme)

    assert sample.build(tmp_path / "a.pdf", lossy) == (
        "books/ev/1-2.md:26: 尾声",
        "books/ev/1-2.md: the end of the module",
    )


def test_words_lost_after_the_last_heading_are_reported(sample: Sample, tmp_path: Path) -> None:
    def lossy(html: str, fetcher: BookFetcher, theme: Path) -> bytes:
        start = html.index("<p>完。</p>")
        return typeset(html[:start] + html[html.index("</section>", start) :], fetcher, theme)

    assert sample.build(tmp_path / "a.pdf", lossy) == ("books/ev/1-2.md: the end of the module",)


def test_heading_that_the_renderer_loses_is_reported(sample: Sample, tmp_path: Path) -> None:
    def lossy(html: str, fetcher: BookFetcher, theme: Path) -> bytes:
        first = html.index('data-bookmark="知识准备"')
        return typeset(html[:first] + html[first:].replace('data-bookmark="知识准备"', "", 1), fetcher, theme)

    assert sample.build(tmp_path / "a.pdf", lossy) == ("books/ev/1-1.md:32: 知识准备",)
