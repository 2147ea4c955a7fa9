"""Glossaries are read with their places, and what is wrong in them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import WriteLibrary
from textbuild.diagnostics.translate import translator
from textbuild.load.library import load_library

OWN, SHARED = "books/ev/glossary.yml", "books/glossary.yml"
TERM = "  - {term: 热失控, definition: 现象。}\n"


def test_the_library_and_a_book_have_each_their_own(write_library: WriteLibrary) -> None:
    library, found = load_library(write_library({OWN: f"terms:\n{TERM}", SHARED: "terms: []\n"}))
    assert found == ()
    assert library.glossary is not None
    own = library.books[0].glossary
    assert own is not None
    assert own.glossary.value.terms[0].term == "热失控"
    assert own.glossary.places.at("terms", 0, "term").column == 12


def test_without_the_files_there_is_none(write_library: WriteLibrary) -> None:
    library, _ = load_library(write_library({}))
    assert library.glossary is None
    assert library.books[0].glossary is None


@pytest.mark.parametrize(
    ("entries", "code", "words"),
    [
        (TERM + "  - {term: 热失控, definition: x}\n", "TB006", "`热失控` is already used in books/ev/glossary.yml:2"),
        (TERM + "  - {term: a, aliases: [热失控], definition: x}\n", "TB006", "`热失控` is already used"),
        ("  - {term: a, aliases: [b, b], definition: x}\n", "TB006", "`b` is already used"),
        ("  - {term: a, definition: x, see: [热扩散]}\n", "TB004", "a term that no glossary has: 热扩散"),
        ("  - {term: a, aliases: [b], definition: x, see: [b]}\n", "TB004", "names the term itself: b"),
        ("  - {term: a}\n", "TB004", "field `definition` is missing"),
        ("  - {term: a, definition: x, englisch: y}\n", "TB003", "field `englisch` is not known here"),
        (f"  - {{term: {'长' * 61}, definition: x}}\n", "TB004", "must not be longer than 60 characters"),
        ("  - 热失控\n", "TB004", "must have fields"),
    ],
)
def test_each_fault_is_told(write_library: WriteLibrary, entries: str, code: str, words: str) -> None:
    _, found = load_library(write_library({OWN: f"terms:\n{entries}"}))
    say = translator("en")
    [told] = [say(one.message) for one in found if one.rule.code == code]
    assert words in told
    assert {one.book for one in found} == {"ev"}


def test_a_book_may_refer_to_a_term_of_the_library_but_not_the_other_way_round(write_library: WriteLibrary) -> None:
    own, shared = "terms:\n  - {term: a, definition: x, see: [热失控]}\n", f"terms:\n{TERM}"
    assert load_library(write_library({OWN: own, SHARED: shared}))[1] == ()
    assert [one.span.path for one in load_library(write_library({OWN: shared, SHARED: own}))[1]] == [SHARED]


def test_a_broken_glossary_of_the_library_is_one_finding_and_not_one_for_each_reference(
    write_library: WriteLibrary,
) -> None:
    own = "terms:\n  - {term: a, definition: x, see: [热失控]}\n"
    _, found = load_library(write_library({OWN: own, SHARED: "terms: [\n"}))
    assert [one.rule.code for one in found] == ["TB002"]


def test_a_glossary_that_is_a_link_out_of_the_library_is_not_read(write_library: WriteLibrary, tmp_path: Path) -> None:
    root = write_library({})
    (tmp_path / "outside.yml").write_text(f"terms:\n{TERM}", "utf-8")
    (root / OWN).symlink_to(tmp_path / "outside.yml")
    library, found = load_library(root)
    assert library.books[0].glossary is None
    assert [one.rule.code for one in found] == ["TB001"]
