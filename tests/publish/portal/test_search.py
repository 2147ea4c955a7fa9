"""The search in all books: what is found beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import WriteLibrary
from tests.publish.search.conftest import ask
from tests.publish.site.conftest import build_site, linked_library
from textbuild.publish.portal import build_search

JOB = """\
kind: job
id: job:fitter
title: 装配工
issuer: {kind: sample, name: 示例}
duties: [{id: A, title: 检测, tasks: [{id: A1, title: 绝缘检测, competencies: [{id: A1-S1, title: 选用兆欧表}]}]}]
"""
FILES = {
    "standards/jobs/fitter.yml": JOB,
    "standards/gb-9.yml": "kind: standard\nnumber: GB/T 9\ntitle: 软件测试\neditions: [{edition: GB/T 9-2000}]\n",
    "books/ev/book.yml": "title: 动力电池\njobs: [job:fitter]\n",
    "books/glossary.yml": "terms:\n  - {term: 热失控, english: thermal runaway, definition: 电池放热引起温升的现象。}\n",
}


@pytest.fixture
def index(write_library: WriteLibrary, tmp_path: Path) -> Path:
    """The index of a small library of one book."""
    root = write_library(FILES)
    site = build_site(root, tmp_path / "site")
    build_search(linked_library(root), site, site / "search")
    return site / "search/index.js"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("gb38031", "standards/gb-38031/index.html#"),
        ("GB 38031-2020", "standards/gb-38031/index.html#e-gb-38031-2020"),
        ("软件测试", "standards/index.html#s-gb-t-9"),
        ("兆欧表", "jobs/fitter/index.html#A"),
        ("热失控", "glossary/index.html#term-热失控"),
        ("runaway", "glossary/index.html#term-热失控"),
        ("电池包检测", "ev/1-1.html#"),
    ],
)
def test_standards_records_terms_and_books_are_found(index: Path, typed: str, first: str) -> None:
    (answer,) = ask(index, [typed])
    assert answer["found"][0] == first


def test_a_book_that_is_not_built_is_left_out(write_library: WriteLibrary, tmp_path: Path) -> None:
    build_search(linked_library(write_library(FILES)), tmp_path, tmp_path / "search")
    (answer,) = ask(tmp_path / "search/index.js", ["电池包检测"])
    assert answer == {"found": [], "near": False}


def test_an_index_of_another_form_is_left_out(write_library: WriteLibrary, tmp_path: Path) -> None:
    (tmp_path / "ev/search").mkdir(parents=True)
    (tmp_path / "ev/search/index.js").write_text('tbSearch.part({"starts":1,"collections":[{}]});\n')
    build_search(linked_library(write_library(FILES)), tmp_path, tmp_path / "search")
    (answer,) = ask(tmp_path / "search/index.js", ["gb 38031"])
    assert answer["found"]
