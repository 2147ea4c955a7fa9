"""Where pages stand in the site, and how one names another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from textbuild.publish.layout import page_in_book, record_page, relative, standard_page, standard_slug


@pytest.mark.parametrize(
    ("identity", "page"),
    [
        ("GB/T 20234.1", "standards/gb-t-20234.1/index.html"),
        ("ISO/IEC 27001", "standards/iso-iec-27001/index.html"),
        ("ISO 10218-1", "standards/iso-10218-1/index.html"),
        ("T/CSAE 53", "standards/t-csae-53/index.html"),
    ],
)
def test_a_standard_has_a_folder_named_after_its_number(identity: str, page: str) -> None:
    assert standard_page(identity) == page


@given(some.text())
def test_no_number_leaves_the_folder_of_standards(identity: str) -> None:
    slug = standard_slug(identity)
    assert slug
    assert "/" not in slug
    assert not slug.startswith(".")
    assert ".." not in slug


@pytest.mark.parametrize(
    ("source", "page"), [("a/1-1.md", "a/1-1.html"), ("README.md", "index.html"), ("x/index.md", "x/index.html")]
)
def test_a_module_is_a_page_of_the_same_name(source: str, page: str) -> None:
    assert page_in_book(source) == page


def test_records_have_a_folder_by_kind() -> None:
    assert record_page("job:assembler#A1") == "jobs/assembler/index.html"
    assert record_page("process:test") == "processes/test/index.html"


def test_addresses_are_relative_and_quoted() -> None:
    assert (
        relative("standards/gb-1/index.html", "ev/a/1.html", "e-gb-1-2020")
        == "../../standards/gb-1/index.html#e-gb-1-2020"
    )
    assert relative("ev/绝缘 检测.html", "index.html") == "ev/%E7%BB%9D%E7%BC%98%20%E6%A3%80%E6%B5%8B.html"
