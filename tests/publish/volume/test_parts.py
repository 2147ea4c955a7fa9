from __future__ import annotations

from textbuild.model.book import Book, BookConfig, NavPage, NavSection
from textbuild.model.span import FilePlaces, Sourced, Span
from textbuild.publish.volume.parts import in_parts, parts_of


def page(path: str) -> NavPage:
    return NavPage(None, path, Span("book.yml"), path)


def book(*nav: NavSection | NavPage) -> Book:
    return Book("b", "books/b", Sourced(BookConfig(title="书"), FilePlaces("book.yml")), (), nav)


def test_section_is_opened_by_its_first_module() -> None:
    made = book(page("0"), NavSection("项目一", (page("1"), page("2"))), NavSection("项目二", (page("3"),)))
    assert parts_of(made) == {"1": ("项目一",), "3": ("项目二",)}
    assert in_parts(made) == {"1", "2", "3"}


def test_nested_sections_are_opened_together() -> None:
    inner = NavSection("任务", (page("1"),))
    assert parts_of(book(NavSection("项目", (inner, page("2"))))) == {"1": ("项目", "任务")}


def test_section_without_modules_is_not_printed() -> None:
    assert parts_of(book(NavSection("空", ()), page("1"))) == {}
