"""Fonts and style sheets are made ready once, and the pages are the same."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from weasyprint import HTML

from textbuild.publish.executor import run_tasks
from textbuild.publish.pdf.fetcher import BookFetcher
from textbuild.publish.pdf.typecase import typecase
from textbuild.publish.pdf.typeset import make_ready, typeset
from textbuild.publish.theme import theme_path

THEME = theme_path() / "print"
FONTS = THEME.parents[1] / "node_modules"
HEAD = '<html lang="zh"><head>' + "".join(
    f'<link rel="stylesheet" href="theme:/{name}.css">' for name in ("fonts", "pages", "text", "more-fonts", "kai")
)
BODY = """<body><section><h1>电池包 1</h1><p>绝缘电阻 <b>100 Ω/V</b>，<code>x = 1</code>，naïve。</p>
<blockquote>先验电。</blockquote><table><caption>表 1</caption><tr><th>名</th><td>值</td></tr></table></section>"""

pytestmark = pytest.mark.skipif(not (FONTS / "@fontsource").is_dir(), reason="needs `make setup`")


def fetcher(folder: Path, ready: Path | None) -> BookFetcher:
    return BookFetcher(folder, THEME, FONTS, ready)


def contents(folder: Path) -> dict[str, int]:
    return {str(path): path.lstat().st_mtime_ns for path in folder.rglob("*")}


def test_pages_are_the_same_to_the_byte(tmp_path: Path) -> None:
    head = HEAD.replace("theme:/kai.css", "")  # WeasyPrint writes a date into fonts that it unpacks
    plain = typeset(head + BODY, fetcher(tmp_path, None), THEME)
    again = fetcher(tmp_path, tmp_path / "ready")
    assert typeset(head + BODY, again, THEME) == plain
    assert typeset(head + BODY, again, THEME) == plain


def test_fonts_are_made_ready_once(tmp_path: Path) -> None:
    make_ready(HEAD + BODY, fetcher(tmp_path, tmp_path / "ready"), THEME)
    before = contents(tmp_path / "ready")
    assert any(name.endswith("fonts.conf") for name in before)
    typeset(HEAD + BODY, fetcher(tmp_path, tmp_path / "ready"), THEME)
    assert contents(tmp_path / "ready") == before


def test_several_processes_may_make_them_ready_at_once(tmp_path: Path) -> None:
    def task() -> None:
        make_ready(HEAD + BODY, fetcher(tmp_path, tmp_path / "ready"), THEME)

    assert [one.problem for one in run_tasks([(str(number), task) for number in range(3)], jobs=3)] == [None] * 3
    assert len(list((tmp_path / "ready").glob("*/fonts.conf"))) == 1
    assert list((tmp_path / "ready").glob(".making-*")) == []


def test_a_changed_font_is_another_type_case(tmp_path: Path) -> None:
    face = {"font_family": "TB X", "src": [("external", "fonts:/a.ttf")]}
    (tmp_path / "a.ttf").write_bytes(b"one")
    own = BookFetcher(tmp_path, THEME, tmp_path, tmp_path / "ready")
    first = typecase([face], own, tmp_path / "ready", THEME / "fonts.conf")
    (tmp_path / "a.ttf").write_bytes(b"another")
    assert typecase([face], own, tmp_path / "ready", THEME / "fonts.conf").config != first.config


@pytest.mark.parametrize(
    "more",
    [
        {"src": [("local", "Arial")]},
        {"src": [("external", "theme:/a.ttf")]},
        {"font_style": "italic"},
        {"src": [("external", "fonts:/missing.ttf")]},
    ],
)
def test_a_face_that_says_more_is_left_to_the_document(tmp_path: Path, more: dict[str, object]) -> None:
    face = {"font_family": "TB X", "src": [("external", "fonts:/a.ttf")], **more}
    (tmp_path / "a.ttf").write_bytes(b"font")
    own = BookFetcher(tmp_path, THEME, tmp_path, tmp_path / "ready")
    assert typecase([face], own, tmp_path / "ready", THEME / "fonts.conf").faces == frozenset()


def test_a_style_sheet_is_read_once(tmp_path: Path) -> None:
    asked: list[str] = []

    class Counting(BookFetcher):
        def fetch(self, url: str, headers: object = None) -> object:
            asked.append(url)
            return super().fetch(url, headers)

    own = Counting(tmp_path, THEME, FONTS, tmp_path / "ready")
    typeset(HEAD + BODY, own, THEME)
    typeset(HEAD + BODY, own, THEME)
    assert sorted(url for url in asked if url.endswith(".css")) == [
        f"theme:/{name}.css" for name in ("fonts", "kai", "more-fonts", "pages", "text")
    ]


def test_the_pages_are_weasyprints_own(tmp_path: Path) -> None:
    """As it lays out by itself, with the same style sheets read by itself."""
    own = fetcher(tmp_path, tmp_path / "ready")
    document = HTML(string=HEAD + BODY, base_url="book:/", url_fetcher=own).render()
    (tmp_path / "a.pdf").write_bytes(typeset(HEAD + BODY, own, THEME))
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert len(pdf.pages) == len(document.pages)
        assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [
            round(document.pages[0].width * 0.75), round(document.pages[0].height * 0.75)
        ]  # fmt: skip
