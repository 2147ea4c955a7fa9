"""Where links, images and references lead, beyond the rules' examples."""

from __future__ import annotations

import pytest

from textbuild.check.targets import Where, target

from ..faultless import FRONT, MODULE, FaultlessLibrary, codes


@pytest.mark.parametrize(
    ("href", "where", "path", "fragment"),
    [
        ("2.md", Where.INSIDE, "books/ev/2.md", ""),
        ("../ev/images/a%20b.svg?x#y", Where.INSIDE, "books/ev/images/a b.svg", "y"),
        ("#图", Where.INSIDE, "books/ev/1.md", "图"),
        ("#%E5%9B%BE", Where.INSIDE, "books/ev/1.md", "图"),
        ("../../README.md", Where.INSIDE, "README.md", ""),
        ("../../../README.md", Where.OUTSIDE, "", ""),
        ("..%2F..%2F..%2Fetc/passwd", Where.OUTSIDE, "", ""),
        ("..\\..\\..\\x", Where.OUTSIDE, "", ""),
        ("/etc/passwd", Where.OUTSIDE, "", ""),
        ("C:\\x.png", Where.OUTSIDE, "", ""),
        ("file:///etc/passwd", Where.OUTSIDE, "", ""),
        ("https://example.org/a.png", Where.WEB, "", ""),
        ("//example.org/a.png", Where.WEB, "", ""),
        ("mailto:a@example.org", Where.WEB, "", ""),
        ("http://[", Where.WEB, "", ""),
        ("", Where.INSIDE, "books/ev/1.md", ""),
    ],
)
def test_target(href: str, where: Where, path: str, fragment: str) -> None:
    found = target(href, "books/ev/1.md")
    assert (found.where, found.path, found.fragment) == (where, path, fragment)


@pytest.mark.parametrize(
    "text",
    [
        "[网站](https://example.org/)",
        "[本节](#断电)",
        "[本文件](1-1.md#断电)",
        "[另一本书](../other/2.md#安全)",
        "![图](images/a.svg)",
        "[图文件](images/a.svg)",
        "![点](data:image/png;base64,iVBORw0KGgo=)",
    ],
)
def test_what_leads_somewhere_is_not_told(faultless: FaultlessLibrary, text: str) -> None:
    other = f"{FRONT}## 安全\n\n验电。\n"
    files = {
        "books/ev/images/a.svg": "<svg/>",
        "books/other/book.yml": "title: 另一本\n",
        "books/other/2.md": other,
        MODULE: f"{FRONT}## 断电\n\n{text}\n",
    }
    assert codes(faultless.check(files)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[下一节](1-2.md)", "TB310"),
        ("[标准](../../standards/gb-38031.yml)", "TB310"),
        ("[文件夹](images/)", "TB310"),
        ("[@job:nobody#A1]", "TB310"),
        ("[@process:nothing]", "TB310"),
        ("![图](images/b.svg)", "TB311"),
        ("![图](https://example.org/b.svg)", "TB311"),
        ("[上节](#没有)", "TB312"),
        ("[@fig-none]", "TB312"),
        ("[@job:assembler#Z9]", "TB312"),
        ("[文件](/etc/passwd)", "TB313"),
        ("![图](../../../b.svg)", "TB313"),
    ],
)
def test_what_leads_nowhere_is_told_once(faultless: FaultlessLibrary, text: str, code: str) -> None:
    found = faultless.check_module(f"{text}\n")
    assert codes(found) == [code]
    assert found[0].span.cut(FRONT + text) == text


def test_front_matter_that_names_no_job(faultless: FaultlessLibrary) -> None:
    text = "---\ntitle: 检测\nbasis: [GB 38031]\njobs: [job:assembler#A1, job:asembler#A2]\n---\n\n检测。\n"
    [found] = faultless.check({MODULE: text})
    assert (found.rule.code, found.span.cut(text)) == ("TB310", "job:asembler#A2")
    assert found.help is not None
    assert dict(found.help.values)["near"] == "job:assembler"


@pytest.mark.parametrize(("entry", "code"), [("1-9.md", "TB310"), ("../../../x.md", "TB313"), ("/x.md", "TB313")])
def test_a_nav_entry_without_its_file(faultless: FaultlessLibrary, entry: str, code: str) -> None:
    book = f"title: 动力电池\nnav:\n  - 检测: 1-1.md\n  - 另: {entry}\n"
    [found] = faultless.check({"books/ev/book.yml": book})
    assert (found.rule.code, found.span.line, found.span.cut(book)) == (code, 4, entry)


def test_a_nav_entry_on_the_web_is_not_told(faultless: FaultlessLibrary) -> None:
    assert faultless.check({"books/ev/book.yml": "title: 电池\nnav: [1-1.md, {网: 'https://example.org/'}]\n"}) == ()
