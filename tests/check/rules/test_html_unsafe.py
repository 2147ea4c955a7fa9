"""Active content in a module, as Markdown or as HTML, is told where it stands."""

from __future__ import annotations

import pytest

from textbuild.check.active_content import MAX_LENGTH

from ..faultless import FRONT, FaultlessLibrary, codes


@pytest.mark.parametrize(
    "text",
    [
        "[看](javascript:alert(1))",
        "[看](<java&#10;script:alert(1)>)",
        "[看](data:text/html,x)",
        "<javascript:alert(1)>",
        "<script>alert(1)</script>",
        '<iframe src="https://example.org/"></iframe>',
        '<div onclick="alert(1)">看</div>',
    ],
)
def test_active_content_is_told_where_it_stands(faultless: FaultlessLibrary, text: str) -> None:
    [found] = faultless.check_module(f"检测。\n\n{text}\n")
    assert (found.rule.code, found.span.line, found.span.column) == ("TB320", 9, 1)
    assert found.span.cut(f"{FRONT}检测。\n\n{text}\n").startswith(text[:5])


def test_a_reference_to_an_active_address(faultless: FaultlessLibrary) -> None:
    assert codes(faultless.check_module("[看][1]\n\n[1]: javascript:alert(1)\n")) == ["TB320"]


def test_an_image_with_an_active_address(faultless: FaultlessLibrary) -> None:
    assert "TB320" in codes(faultless.check_module("![看](javascript:alert(1))\n"))


@pytest.mark.parametrize(
    "text",
    [
        "```html\n<script>alert(1)</script>\n```",
        "`<script>`",
        "按 <kbd>Ctrl</kbd> 键",
        "[网站](https://example.org/)",
        "a < b > c",
        "<!-- 注：<script> 已删去 -->",
    ],
)
def test_what_stands_still_is_not_told(faultless: FaultlessLibrary, text: str) -> None:
    assert faultless.check_module(f"{text}\n") == ()


@pytest.mark.parametrize("html", ["<div>" * 3_000, "<div>" + "x" * MAX_LENGTH])
def test_html_that_can_not_be_looked_through_is_refused(faultless: FaultlessLibrary, html: str) -> None:
    assert codes(faultless.check_module(f"{html}\n")) == ["TB320"]


def test_an_active_drawing_of_the_book(faultless: FaultlessLibrary) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    [found] = faultless.check({"books/ev/images/a.svg": drawing})
    assert (found.rule.code, found.span.path, found.book) == ("TB320", "books/ev/images/a.svg", "ev")
