"""A printing written into a ledger: the rest stays as people wrote it."""

from __future__ import annotations

from datetime import date

import pytest

from textbuild.load.records import validate
from textbuild.load.yaml_places import parse_yaml
from textbuild.model.book import Book, BookConfig
from textbuild.model.published import PrintedModule, Printing, Published
from textbuild.model.span import FilePlaces, Sourced
from textbuild.publish.ledger import with_printing

BOOK = Book("ev", "books/ev", Sourced(BookConfig(title='电池: "装配" # 1'), FilePlaces("books/ev/book.yml")), ())
FIRST = Printing(
    id="ev-1-1",
    edition=1,
    printing=1,
    version="1.0",
    date=date(2026, 9, 1),
    modules=(
        PrintedModule(id="EV-1", title="检测：- 一", basis=("GB 38031-2025",), cites=("RFC 9110",), text="0123456789abcdef"),
        PrintedModule(id="null", title="[2]"),
    ),
)  # fmt: skip
SECOND = FIRST.model_copy(update={"id": "ev-1-2", "printing": 2, "modules": ()})


def read(text: str) -> Published:
    ledger, found = validate(parse_yaml(text, "published/ev.yml"), Published)
    assert ledger is not None
    assert found == ()
    return ledger.value


def test_the_first_printing_reads_back_as_it_is() -> None:
    text = with_printing(None, BOOK, FIRST)
    assert text is not None
    assert read(text) == Published(kind="published", book="ev", title=BOOK.title, printings=(FIRST,))


@pytest.mark.parametrize(
    "before",
    [
        "kind: published\nbook: ev\ntitle: 甲\nprintings:\n  - {id: a, date: 2026-01-01}\n# 尾注\n",
        "printings:  # 各次\n\n# 注\n- id: a\n  date: 2026-01-01\nretired:\n- {id: X, withdrawn: 2026-02-01}\nkind: published\nbook: ev\ntitle: 甲\n",
    ],
)
def test_a_further_printing_comes_before_the_others_and_nothing_else_changes(before: str) -> None:
    after = with_printing(before, BOOK, SECOND)
    assert after is not None
    assert [one.id for one in read(after).printings] == ["ev-1-2", "a"]
    added = set(after.splitlines()) - set(before.splitlines())
    assert [line for line in after.splitlines() if line not in added] == before.splitlines()


@pytest.mark.parametrize(
    "before",
    ["kind: published\nbook: ev\ntitle: 甲\nprintings: [{id: a, date: 2026-01-01}]\n", "a: [\n", ""],
)
def test_a_ledger_of_another_form_is_left_to_a_person(before: str) -> None:
    assert with_printing(before, BOOK, SECOND) is None
