"""What the rules on virtual workshops find in what the examples do not show."""

from __future__ import annotations

import pytest

from tests.check.workshops import PROCESS, WORKSHOP

from .faultless import FRONT, MODULE, FaultlessLibrary

LINE = """\
line:
  task: 找出瓶颈。
  stations: [{station: bench, cycle: 30}, {station: bench, cycle: 40, rework: bench}]
  goals: [{measure: throughput}]
"""


def _found(faultless: FaultlessLibrary, workshop: str, process: str = PROCESS) -> list[str]:
    files = {
        MODULE: FRONT + "[@workshop:pack-test]\n",
        "standards/processes/pack-test.yml": process,
        "books/ev/workshops/pack-test.yml": workshop,
    }
    return [f"{one.rule.code} {one.span.line}" for one in faultless.check(files)]


def test_the_sample_is_faultless(faultless: FaultlessLibrary) -> None:
    assert _found(faultless, WORKSHOP) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("process:pack-test", "process:pack", ["TB340 4"]),
        ("step: S1\n    safety", "step: S9\n    safety", ["TB340 11", "TB340 19"]),
        ("name: 检测工位", "name: 检验工位", ["TB340 11"]),
        ("lowest: 250", "lowest: 500", ["TB341 13", "TB341 13"]),
        ("highest: 1000", "highest: 400", ["TB341 13"]),
        ("range: [0, 200]", "range: [0, 10]", ["TB341 14"]),
        ("    value: 0.2\n", "", ["TB344 17"]),
        ("kind: tolerance", "kind: sensor", ["TB344 17"]),
        ("kind: tolerance", "kind: sensor\n    failure: dead", []),
        ("steps: 30,", "steps: 30.5,", ["TB345 26"]),
        ("scoring:", "exam: {faults: 2}\nscoring:", ["TB345 26"]),
        ("scoring: {steps: 30,", LINE + "scoring: {steps: 20, line: 10,", ["TB345 29"]),
        ("noise: 0.1", "noise: .nan", ["TB004 14"]),
    ],
)
def test_what_is_wrong_is_found_where_it_stands(
    faultless: FaultlessLibrary, old: str, new: str, found: list[str]
) -> None:
    assert old in WORKSHOP
    assert _found(faultless, WORKSHOP.replace(old, new)) == found


def test_a_workshop_that_is_no_workshop_is_told_with_its_book(faultless: FaultlessLibrary) -> None:
    found = faultless.check({"books/ev/workshops/a.yml": "kind: workshop\nid: smart\n"})
    assert {(one.rule.code, one.book) for one in found} == {("TB004", "ev")}


def test_two_workshops_of_one_id_are_told(faultless: FaultlessLibrary) -> None:
    files = {
        MODULE: FRONT + "[@workshop:pack-test]\n",
        "standards/processes/pack-test.yml": PROCESS,
        "books/ev/workshops/a.yml": WORKSHOP,
        "books/ev/workshops/b.yml": WORKSHOP,
    }
    assert [one.rule.code for one in faultless.check(files)] == ["TB006"]
