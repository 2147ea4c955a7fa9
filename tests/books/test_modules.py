"""Every module of a textbook has what a student of that major needs in it, and every major's book is one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from tests.books.shelf import MANUAL, han, modules, shelf
from textbuild import markdown
from textbuild.link.library import LinkedModule
from textbuild.link.verdict import Status

FEWEST_CHARACTERS = 2000
_FENCE = re.compile(r"^ *(```+|~~~+).*?^ *\\1", re.MULTILINE | re.DOTALL)


@cache
def by_id() -> dict[str, LinkedModule]:
    return {one.module.id: one for one in modules()}


def kinds(one: LinkedModule) -> Counter[str]:
    return Counter(anchor.kind for anchor in one.module.anchors)


def blocks(one: LinkedModule) -> Counter[str]:
    document = markdown.parse(one.module.text, one.module.path)
    return Counter(token.type for token in document.tokens)


@pytest.mark.parametrize("id_", by_id())
def test_a_module_has_its_parts(id_: str) -> None:
    one = by_id()[id_]
    found = blocks(one)
    current = {
        verdict.edition for cited in one.citations for verdict in cited.verdicts if verdict.status is Status.CURRENT
    }
    assert len(han(_FENCE.sub("", one.module.text))) >= FEWEST_CHARACTERS
    assert kinds(one)["figure"] >= 2
    assert found["table_open"] >= 1
    assert len(one.module.questions) >= 5
    assert one.jobs
    assert one.module.front.value.objectives
    assert len(current) >= 2


def test_each_book_teaches_one_major() -> None:
    config = shelf().library.config.value
    sectors = {sector.id for sector in config.sectors}
    named = Counter(major.book for major in config.majors if major.book)
    assert named == Counter(book.book.id for book in shelf().books if book.book.id != MANUAL)
    assert len(config.majors) == 28
    assert {major.sector for major in config.majors} == sectors
    for book in shelf().books:
        if book.book.id != MANUAL:
            assert sum(one.module.kind == "module" for one in book.modules) >= 4, book.book.id


def test_books_say_that_a_machine_wrote_them() -> None:
    assert [
        book.book.id for book in shelf().books if book.book.id != MANUAL and not book.book.config.value.generated
    ] == []
