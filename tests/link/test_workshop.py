"""A workshop is linked to its process, to the standards of its limits, and to the first place that has it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.check.faultless import FRONT, MODULE, FaultlessLibrary
from tests.check.workshops import PROCESS, WORKSHOP
from textbuild.link.library import LinkedBook

DAY = date(2026, 11, 23)


def _book(faultless: FaultlessLibrary, text: str) -> LinkedBook:
    files = {
        MODULE: FRONT + text,
        "standards/processes/pack-test.yml": PROCESS,
        "books/ev/workshops/pack-test.yml": WORKSHOP,
    }
    faultless.write((path, content.encode()) for path, content in files.items())
    return faultless.linked(DAY).books[0]


def test_a_limit_knows_the_edition_in_force_of_its_standard(tmp_path: Path) -> None:
    (workshop,) = _book(FaultlessLibrary(tmp_path), "[@workshop:pack-test]\n").workshops
    limit = workshop.limits["S1", "测试电压"]
    assert (limit.parameter.min, limit.parameter.max) == (500, 1000)
    assert limit.basis is not None
    assert limit.basis.edition == "GB 38031-2025"


def test_the_first_paragraph_of_its_own_is_its_home_and_a_sentence_only_names_it(tmp_path: Path) -> None:
    book = _book(
        FaultlessLibrary(tmp_path), "先看 [@workshop:pack-test]。\n\n[@workshop:pack-test]\n\n[@workshop:pack-test]\n"
    )
    (workshop,) = book.workshops
    assert workshop.home is not None
    assert workshop.home.anchor.span.line == 9
    references = book.modules[0].references
    assert [one.kind for one in references] == ["workshop"] * 3
    assert {one.anchor.span.line for one in references if one.anchor} == {9}


def test_a_workshop_that_no_module_has_is_nowhere(tmp_path: Path) -> None:
    (workshop,) = _book(FaultlessLibrary(tmp_path), "先看 [@workshop:pack-test]。\n").workshops
    assert workshop.home is None
