"""What a printing rests on, and what that comes to on a day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import DAY, WriteLibrary
from textbuild.link.library import LinkedLibrary, link_library
from textbuild.link.published import (
    Answer,
    answer,
    coded,
    differs_from_record,
    printed_module,
    printing_of,
    verdict_on,
)
from textbuild.load.library import load_library


def linked(write_library: WriteLibrary, changes: dict[str, str] | None = None, day: date = DAY) -> LinkedLibrary:
    return link_library(load_library(write_library(changes or {}))[0], day)


@pytest.mark.parametrize(("day", "edition"), [(date(2026, 6, 30), "GB 38031-2020"), (DAY, "GB 38031-2025")])
def test_an_undated_basis_is_printed_as_the_edition_of_the_day(
    write_library: WriteLibrary, day: date, edition: str
) -> None:
    [printed] = printing_of(linked(write_library, day=day).books[0], day).modules
    assert printed.basis == (edition,)


def test_what_the_text_teaches_is_printed_beside_the_basis_and_history_is_not(write_library: WriteLibrary) -> None:
    text = "---\ntitle: 甲\nid: EV-1\nbasis: []\n---\n\n按 GB 38031—2025 检测。以前是 [GB 38031—2020]{.historical}。\n"
    [module] = linked(write_library, {"books/ev/1-1.md": text}).books[0].modules
    printed = printed_module(module)
    assert (printed.basis, printed.cites) == ((), ("GB 38031-2025",))


@pytest.mark.parametrize(
    ("editions", "day", "expected"),
    [
        (["GB 38031-2020"], date(2026, 6, 30), Answer.CURRENT),
        (["GB 38031-2020"], date(2026, 7, 1), Answer.CHANGED),
        (["GB 38031-2025"], date(2026, 6, 30), Answer.UNVERIFIED),  # printed before its day
        (["GB 38031-2025"], date(2028, 7, 1), Answer.UNVERIFIED),  # nobody looked for so long
        (["GB 38031-2025", "GB 99999-2020"], DAY, Answer.UNVERIFIED),  # no record of it any more
        (["GB 38031-2020", "GB 99999-2020"], DAY, Answer.CHANGED),
        ([], DAY, Answer.NONE),
    ],
)
def test_the_answer_is_the_worst_of_the_printed_editions(
    write_library: WriteLibrary, editions: list[str], day: date, expected: Answer
) -> None:
    library = linked(write_library, day=day)
    assert answer(verdict_on(one, library.registry, library.judge) for one in editions) is expected


@pytest.mark.parametrize("changes", [{"books/ev/book.yml": "title: 手册\ncitations: optional\n"}, {"books/ev/1-1.md": "---\ntitle: 前言\nkind: front\n---\n"}])  # fmt: skip
def test_a_manual_and_a_preface_carry_no_code(write_library: WriteLibrary, changes: dict[str, str]) -> None:
    assert list(coded(linked(write_library, changes).books[0])) == []


def test_a_record_with_another_text_is_told_apart(write_library: WriteLibrary) -> None:
    ledger = "kind: published\nbook: ev\ntitle: 甲\nprintings: [{id: ev-0.1.0, date: 2026-09-01, modules: []}]\n"
    library = linked(write_library, {"published/ev.yml": ledger})
    assert differs_from_record(library.books[0], library)
