"""Ledgers of printings: what is wrong in them and between them, and addresses that two ids would share."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import WriteLibrary
from textbuild.diagnostics.translate import translator
from textbuild.load.library import load_library

HEAD = "kind: published\nbook: ev\ntitle: 动力电池\n"
ONE = "  - {id: ev-1-1, edition: 1, date: 2026-09-01, modules: [{id: EV-1, title: 甲}]}\n"


def found(write_library: WriteLibrary, changes: dict[str, Any]) -> list[str]:
    _, faults = load_library(write_library(changes))
    say = translator("en")
    return [f"{one.span.path}:{one.span.line} {one.rule.code} {say(one.message)}" for one in faults]


def test_a_library_in_which_nothing_was_printed_has_no_ledger(write_library: WriteLibrary) -> None:
    library, faults = load_library(write_library({}))
    assert (library.published, faults) == ((), ())


def test_a_ledger_is_read_with_its_printings(write_library: WriteLibrary) -> None:
    library, faults = load_library(write_library({"published/ev.yml": f"{HEAD}printings:\n{ONE}"}))
    assert faults == ()
    assert [one.key for ledger in library.published for one in ledger.value.printings] == ["1-1"]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (f"{HEAD}printings: []\n", "published/ev.yml:4 TB004 `printings` must not be empty"),
        (f"{HEAD}printings:\n{ONE}{ONE}", "published/ev.yml:6 TB006 `ev-1-1` is already used in published/ev.yml:5"),
        (
            f"{HEAD}printings:\n{ONE.replace('[{', '[{id: EV-1, title: 乙}, {')}",
            "published/ev.yml:5 TB006 `EV-1` is already used in published/ev.yml:5",
        ),
        (
            f"{HEAD}retired: [{{id: EV-0}}]\nprintings:\n{ONE}",
            "published/ev.yml:4 TB004 say in one of the two, `moved_to` or `withdrawn`, what became of `EV-0`",
        ),
        ("kind: published\n", "published/ev.yml:1 TB004 field `book` is missing"),
        (f"{HEAD}printings:\n{ONE}x: 1\n", "published/ev.yml:6 TB003 field `x` is not known here"),
        ("a: [\n", "published/ev.yml:2 TB002 "),
    ],
)
def test_each_fault_is_told_with_its_place(write_library: WriteLibrary, text: str, finding: str) -> None:
    told = found(write_library, {"published/ev.yml": text})
    assert any(one.startswith(finding) for one in told), told


def test_two_ledgers_of_one_book_are_a_fault(write_library: WriteLibrary) -> None:
    two = {"published/a.yml": f"{HEAD}printings:\n{ONE}", "published/b.yml": f"{HEAD}printings:\n{ONE}"}
    assert "published/b.yml:2 TB006 `ev` is already used in published/a.yml:2" in found(write_library, two)


def test_ids_that_differ_only_in_case_would_have_one_address(write_library: WriteLibrary) -> None:
    other = "---\ntitle: 乙\nid: ev-1\nbasis: [GB 38031]\n---\n"
    assert found(write_library, {"books/ev/1-2.md": other}) == [
        "books/ev/1-2.md:3 TB006 `ev-1` is already used in books/ev/1-1.md:3"
    ]


def test_a_module_can_not_have_the_id_of_a_printing(write_library: WriteLibrary) -> None:
    other = "---\ntitle: 乙\nid: ev-1-1\nbasis: [GB 38031]\n---\n"
    told = found(write_library, {"books/ev/1-2.md": other, "published/ev.yml": f"{HEAD}printings:\n{ONE}"})
    assert told == ["published/ev.yml:5 TB006 `ev-1-1` is already used in books/ev/1-2.md:3"]
