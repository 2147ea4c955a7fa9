"""What a clause map says about a clause, the clauses it belongs to and its parts."""

import pytest

from textbuild.link.clause_changes import fate
from textbuild.model.clause_map import ClauseMap
from textbuild.model.span import FilePlaces, Sourced

CHANGES = [
    {"from": "5", "to": "6", "change": "renumbered"},
    {"from": "5.1", "to": "6.2", "change": "renumbered"},
    {"from": "5.10", "to": "6.10", "change": "renumbered"},
    {"from": "5.10.2", "to": "6.10.3", "change": "technical"},
    {"from": "7", "change": "removed"},
    {"from": "8.1", "to": "9.1", "change": "renumbered"},
    {"to": "9.1.4", "change": "added"},
    {"from": "A.1", "to": "B.1", "change": "renumbered"},
]
MAP = Sourced(
    ClauseMap.model_validate({"kind": "map", "from": "GB 1-1", "to": "GB 1-2", "clauses": CHANGES}), FilePlaces("m")
)


@pytest.mark.parametrize(
    ("clause", "entry", "renumbered_to"),
    [
        ("5.1", "5.1", "6.2"),
        ("A.1", "A.1", "B.1"),
        ("5.1.3", "5.1", None),  # the map tells of the whole only
        ("5.10.2", "5.10.2", None),
        ("5.10", "5.10.2", None),  # a part of it changed
        ("5", "5.10.2", None),
        ("5.3.1", "5", None),
        ("7.2.1", "7", None),
        ("8.1", None, None),  # what was added belongs to it now
    ],
)
def test_the_entry_that_tells_and_the_new_number(clause: str, entry: str | None, renumbered_to: str | None) -> None:
    found = fate(MAP, clause)
    assert found is not None
    assert (found.change.from_, found.renumbered_to) == (entry, renumbered_to)


@pytest.mark.parametrize("clause", ["8", "8.2", "51", "9.1", "A.10", "6"])
def test_of_what_it_does_not_name_it_says_nothing(clause: str) -> None:
    assert fate(MAP, clause) is None
