"""Books to be printed in another form than they ask for."""

from __future__ import annotations

from tests.conftest import DAY, WriteLibrary
from textbuild.link.library import LinkedLibrary, in_form, link_library
from textbuild.load.library import load_library


def linked(write_library: WriteLibrary, changes: dict[str, str]) -> LinkedLibrary:
    library, _ = load_library(write_library(changes))
    return link_library(library, DAY)


def test_every_book_takes_the_form_that_is_asked_for(write_library: WriteLibrary) -> None:
    library = linked(write_library, {"books/two/book.yml": "title: 第二本\nform: workbook\n"})
    assert {one.book.config.value.form for one in library.books} == {"bound", "workbook"}
    assert {one.book.config.value.form for one in in_form(library, "loose-leaf").books} == {"loose-leaf"}


def test_without_one_the_books_decide(write_library: WriteLibrary) -> None:
    library = linked(write_library, {})
    assert in_form(library, None) is library


def test_another_form_is_told_with_those_there_are(write_library: WriteLibrary) -> None:
    _, found = load_library(write_library({"books/two/book.yml": "title: 第二本\nform: looseleaf\n"}))
    [one] = found
    assert one.rule.code == "TB004"
    assert "'loose-leaf'" in str(one.message)
