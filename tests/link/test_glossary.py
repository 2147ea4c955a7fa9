"""Which terms are in force, where a text names them, and what they cite."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import DAY, WriteLibrary
from textbuild.check.run import check_library
from textbuild.diagnostics import Diagnostic
from textbuild.link.glossary import LinkedGlossary, LinkedTerm, glossary_of
from textbuild.link.library import LinkedLibrary, link_library
from textbuild.load.library import load_library
from textbuild.model.glossary import Term
from textbuild.pipeline import stopped_books

OWN, SHARED = "books/ev/glossary.yml", "books/glossary.yml"


def glossary(*names: str, **options: tuple[str, ...]) -> LinkedGlossary:
    return glossary_of(LinkedTerm(Term(term=name, definition="x", **options), "") for name in names)


def named(found: LinkedGlossary, text: str) -> list[str]:
    return [text[use.start : use.end] for use in found.find(text)]


@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        (
            ("绝缘", "绝缘电阻", "绝缘电阻测试仪"),
            "用绝缘电阻测试仪测绝缘电阻和绝缘",
            ["绝缘电阻测试仪", "绝缘电阻", "绝缘"],
        ),
        (("CP",), "CP 与CP的，CP1、XCP、CP-2、CP_3、(CP)", ["CP", "CP", "CP"]),
        (("K 值",), "算K 值，CK 值", ["K 值"]),
        (("B级", "级电压"), "B级电压", ["B级"]),
        (("a.b",), "a.b axb", ["a.b"]),
    ],
)
def test_the_longest_name_is_found_and_latin_ones_as_whole_words(
    names: tuple[str, ...], text: str, found: list[str]
) -> None:
    assert named(glossary(*names), text) == found


def test_words_that_hold_a_term_and_mean_something_else_are_passed_over() -> None:
    assert named(glossary("验电", not_in=("试验电压",)), "试验电压；验电；试验电") == ["验电", "验电"]


@given(st.lists(st.text("电池热a1- ", min_size=1, max_size=4), max_size=6), st.text("电池热a1- ", max_size=40))
def test_what_is_found_is_a_name_and_nothing_overlaps(names: list[str], text: str) -> None:
    found = glossary(*dict.fromkeys(name.strip() for name in names if name.strip()))
    uses = list(found.find(text))
    assert all(text[use.start : use.end] == use.term.value.term for use in uses)
    assert all(one.end <= other.start for one, other in pairwise(uses))


def test_anchors_are_unique() -> None:
    anchors = [term.anchor for term in glossary("K 值", "K-值", "K/值").terms]
    assert anchors[0] == "term-K-值"
    assert len(set(anchors)) == 3


def linked(write_library: WriteLibrary, own: str, shared: str = "", day: date = DAY) -> LinkedLibrary:
    root = write_library({OWN: f"terms:\n{own}", SHARED: f"terms:\n{shared}" if shared else "terms: []\n"})
    return link_library(load_library(root)[0], day)


def test_the_books_entry_wins_over_the_librarys(write_library: WriteLibrary) -> None:
    own = "  - {term: 热失控, definition: 本书}\n  - {term: 电芯, aliases: [单体], definition: 本书}\n"
    shared = "  - {term: 热失控, definition: 库}\n  - {term: 蓄电池, aliases: [单体, 电池], definition: 库}\n"
    found = linked(write_library, own, shared)
    names = found.books[0].glossary.names
    assert {name: term.plain for name, term in names.items()} == {
        "热失控": "本书", "电芯": "本书", "单体": "本书", "蓄电池": "库", "电池": "库"
    }  # fmt: skip
    assert found.glossary.names["热失控"].plain == "库"


OLD = "  - {term: 热失控, definition: 见 GB 38031—2020。}\n"


def glossary_findings(found: LinkedLibrary) -> list[Diagnostic]:
    return [one for one in check_library(found) if one.span.path.endswith("glossary.yml") and one.rule.code < "TB3"]


def test_a_definition_that_cites_a_superseded_edition_is_found_at_its_place(write_library: WriteLibrary) -> None:
    [finding] = glossary_findings(linked(write_library, OLD))
    assert (finding.rule.code, finding.book) == ("TB202", "ev")
    assert finding.span.cut(f"terms:\n{OLD}") == "GB 38031—2020"
    assert glossary_findings(linked(write_library, OLD, day=date(2026, 6, 30))) == []


def test_a_basis_is_judged_too(write_library: WriteLibrary) -> None:
    [finding] = glossary_findings(linked(write_library, "  - {term: a, definition: x, basis: [GB 99999]}\n"))
    assert finding.rule.code == "TB201"


def test_history_is_not_judged_and_is_shown_without_its_marks(write_library: WriteLibrary) -> None:
    own = "  - {term: 热失控, definition: '旧版 [GB 38031—2020]{.historical} 的词。'}\n"
    found = linked(write_library, own)
    assert glossary_findings(found) == []
    assert found.books[0].glossary.terms[0].plain == "旧版 GB 38031—2020 的词。"


def test_a_fault_in_the_librarys_glossary_is_told_once_and_stops_every_book(write_library: WriteLibrary) -> None:
    found = linked(write_library, "  - {term: b, definition: x}\n", OLD)
    [finding] = glossary_findings(found)
    assert (finding.span.path, finding.book) == (SHARED, None)
    assert stopped_books(found, [finding]) == {"ev"}
