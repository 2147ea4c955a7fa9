"""A book as a workbook with fields: its sheets, its answers apart, and fields that are filled in and read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest
from pikepdf import Name, String

from tests.publish.pdf.conftest import BOOK, write_sample

MODULE = """\
---
title: 绝缘检测
id: EV-02
basis: [GB 38031-2025]
---

## 知识准备

读一读。

## 实施步骤

1. 记录：锁号 ____，人数 ____。

- [ ] 断电

## 自测

!!! quiz

    先做什么？

    - [ ] 拆
      没有验电。
    - [x] 验电

!!! quiz

    需 [[134 ± 2 s]]。

## 评价表

| 项目 | 自评 | 教师 |
| --- | --- | --- |
| 穿戴 | | |
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    book = {
        "books/ev/book.yml": BOOK["books/ev/book.yml"] + "form: workbook\n",
        "books/ev/1-2.md": MODULE,
    }
    sample = write_sample(tmp_path_factory.mktemp("workbook"), book)
    sample = replace(sample, place=replace(sample.place, fields=True))
    assert sample.build(sample.place.out / "pdf" / "ev.pdf") == ()
    return sample.place.out / "pdf"


def words(path: Path) -> list[str]:
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_sheets_stand_on_leaves_of_their_own(folder: Path) -> None:
    pages = words(folder / "ev.pdf")
    [sheet] = [i for i, text in enumerate(pages) if "工作页2-1" in text]
    assert sheet % 2 == 0
    assert "读一读" not in pages[sheet]
    assert all(word in pages[sheet] for word in ("班级", "姓名", "学号", "日期", "实施步骤、自测、评价表"))
    assert any("指导教师签字" in text for text in pages[sheet:])


def test_answers_are_in_the_teachers_file_only(folder: Path) -> None:
    told = "答案：B"
    assert not any(told in text or "自测答案" in text for text in words(folder / "ev.pdf"))
    [answers, *_] = words(folder / "ev" / "answers.pdf")
    assert told in answers
    assert "教师用" in answers
    assert "学生用书里的页码" in answers


def test_each_place_to_write_is_a_field_with_a_description(folder: Path) -> None:
    fields = pypdf.PdfReader(folder / "ev.pdf").get_fields() or {}
    told = {name: str(field.get("/TU")) for name, field in fields.items()}
    assert {"班级", "姓名", "学号"} <= told.keys()
    for expected in ("记录：锁号", "人数", "断电", "穿戴 自评", "穿戴 教师", "指导教师签字"):
        assert expected in told.values()
    assert all(told.values())
    kinds = {str(field["/FT"]) for field in fields.values()}
    assert kinds == {"/Tx", "/Btn"}


def test_fields_have_looks_and_need_none_made(folder: Path) -> None:
    with pikepdf.open(folder / "ev.pdf") as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        every = [one for page in pdf.pages for one in page.get("/Annots", pikepdf.Array())]
        widgets = [one for one in every if one.Subtype == Name.Widget]
        assert all("/AP" in one and "/A" not in one and "/StructParent" in one for one in widgets)
        forms = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == Name.Form]
    assert len(widgets) == len(forms) > 12


def test_there_is_room_for_a_hand(folder: Path) -> None:
    with pikepdf.open(folder / "ev.pdf") as pdf:
        high = {str(one.TU): float(one.Rect[3] - one.Rect[1]) for one in pdf.Root.AcroForm.Fields if "/Rect" in one}
    assert high["穿戴 自评"] > 6 / 25.4 * 72
    assert high["自测 2 计算题"] > 50 / 25.4 * 72


def test_of_several_answers_one_is_chosen(folder: Path) -> None:
    with pikepdf.open(folder / "ev.pdf") as pdf:
        [choice] = [one for one in pdf.Root.AcroForm.Fields if Name.Btn == one.FT and "/Kids" in one]
        assert [sorted(kid.AP.N.keys()) for kid in choice.Kids] == [["/A", "/Off"], ["/B", "/Off"]]


def test_what_is_filled_in_is_read_back(folder: Path, tmp_path: Path) -> None:
    filled = tmp_path / "filled.pdf"
    with pikepdf.open(folder / "ev.pdf") as pdf:
        by_name = {str(one.T): one for one in pdf.Root.AcroForm.Fields}
        by_name["姓名"].V = String("张三")
        lock = next(one for one in by_name.values() if str(one.TU) == "记录：锁号")
        lock.V = String("07 号")
        pdf.save(filled)
    texts = pypdf.PdfReader(filled).get_form_text_fields()
    assert texts["姓名"] == "张三"
    assert "07 号" in texts.values()


def test_a_book_without_fields_has_no_form(pdf: Path) -> None:
    with pikepdf.open(pdf) as file:
        assert "/AcroForm" not in file.Root
