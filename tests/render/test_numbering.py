from __future__ import annotations

from pathlib import Path

from tests.conftest import WriteLibrary
from tests.render.sample import DAY
from textbuild.link.library import link_library
from textbuild.load.library import load_library
from textbuild.markdown import parse
from textbuild.render import Numbering, number_book

FIGURE = "![a](a.svg '题'){#fig-a}\n\n![b](b.svg '无标识')\n\n![c](c.svg '题'){#fig-c}\n"
TABLE = "表：甲 {#tbl-a}\n\n| a |\n| --- |\n| b |\n"


def numbered(root: Path) -> Numbering:
    library, _ = load_library(root)
    [book] = link_library(library, DAY).books
    documents = {one.module.path: parse(one.module.text, one.module.path) for one in book.modules}
    return number_book(book, documents.__getitem__)


def test_figures_tables_and_equations_count_apart_within_a_chapter(write_library: WriteLibrary) -> None:
    files: dict[str, str | bytes | None] = {"books/ev/1-1.md": f"{FIGURE}\n{TABLE}\n$$\nx\n$$ {{#eq-a}}\n"}
    labels = numbered(write_library(files)).labels
    found = {name: (number.kind, number.text) for (_, name), number in labels.items()}
    assert found == {
        "fig-a": ("figure", "1-1"),
        "fig-c": ("figure", "1-3"),
        "tbl-a": ("table", "1-1"),
        "eq-a": ("equation", "1-1"),
    }


def test_modules_are_numbered_in_nav_order_and_front_matter_is_not(write_library: WriteLibrary) -> None:
    files: dict[str, str | bytes | None] = {
        "books/ev/book.yml": "title: 动力电池\nnav: [index.md, 2.md, 1-1.md, z.md]\n",
        "books/ev/index.md": f"---\ntitle: 前言\nkind: front\n---\n{FIGURE}",
        "books/ev/2.md": FIGURE.replace("fig-", "fig-2"),
        "books/ev/z.md": f"---\ntitle: 附录\nkind: appendix\n---\n{TABLE}",
    }
    numbering = numbered(write_library(files))
    assert numbering.chapters == {"books/ev/2.md": "1", "books/ev/1-1.md": "2", "books/ev/z.md": "A"}
    assert numbering.labels["books/ev/index.md", "fig-a"].text == "1"
    assert numbering.labels["books/ev/2.md", "fig-2a"].text == "1-1"
    assert numbering.labels["books/ev/z.md", "tbl-a"].text == "A-1"
