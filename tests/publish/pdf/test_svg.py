from __future__ import annotations

import pytest

from textbuild.publish.pdf.svg import prepare_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def prepared(content: str, attributes: str = "") -> str:
    return prepare_svg(f"{HEAD} {attributes}>{content}</svg>".encode()).decode()


@pytest.mark.parametrize(
    ("written", "family"),
    [
        ('<text font-family="Arial, sans-serif">字</text>', "TB Sans"),
        ('<text font-family="Times New Roman, serif">字</text>', "TB Serif"),
        ('<text font-family="Consolas, monospace">字</text>', "TB Mono"),
        ('<text style="fill:red;font-family:Arial">字</text>', "TB Sans"),
        ('<text style="font: bold 14px/1.2 SimSun, serif">字</text>', "TB Serif"),
        ("<style>text{font-family:'Microsoft YaHei'}</style><text>字</text>", "TB Sans"),
        ("<text>字</text>", "TB Sans"),
    ],
)
def test_text_is_set_in_the_books_own_fonts(written: str, family: str) -> None:
    svg = prepared(written)
    assert family in svg
    for other in ("Arial", "Times", "Consolas", "SimSun", "YaHei"):
        assert other not in svg


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)"/>',
        "<foreignObject><p>x</p></foreignObject>",
        '<image xlink:href="https://example.org/a.png"/>',
        '<image href="file:///etc/passwd"/>',
        '<a href="javascript:alert(1)"/>',
        "<style>@import url(https://example.org/a.css); rect{fill:url(https://example.org/a#b)}</style>",
        "<style>@font-face{font-family:x;src:url(https://example.org/a.ttf)}</style>",
    ],
)
def test_what_acts_or_fetches_is_removed(written: str) -> None:
    svg = prepared(written).lower()
    for word in ("script", "onclick", "foreignobject", "example.org", "passwd"):
        assert word not in svg


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg",
        b"<html/>",
        b"\x89PNG",
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
    ],
)
def test_what_is_no_harmless_drawing_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="SVG"):
        prepare_svg(content)


def test_drawing_that_repeats_itself_without_end_is_refused() -> None:
    levels = "".join(f'<g id="g{i}">{f"""<use href="#g{i - 1}"/>""" * 10 if i else "<path/>"}</g>' for i in range(12))
    with pytest.raises(ValueError, match="too many parts"):
        prepared(levels)
    with pytest.raises(ValueError, match="too many parts"):
        prepared('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')


def test_reference_within_the_drawing_is_kept() -> None:
    assert "url(#m)" in prepared('<path style="marker-end:url(#m)"/><marker id="m"/>')
