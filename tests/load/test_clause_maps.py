"""Clause maps are loaded with the other records, and their faults are told with their places."""

from pathlib import Path

import pytest

from tests.check.faultless import FaultlessLibrary
from textbuild.diagnostics.translate import translator
from textbuild.load.library import load_library

HEAD = "kind: map\nfrom: GB 38031-2020\nto: GB 38031-2025\nclauses:\n"
GOOD = '  - {from: "5.1", to: "5.2", change: renumbered}\n'


@pytest.fixture
def faultless(tmp_path: Path) -> FaultlessLibrary:
    return FaultlessLibrary(tmp_path / "library")


def test_a_map_is_part_of_the_library(faultless: FaultlessLibrary) -> None:
    faultless.write([("standards/maps/a.yml", (HEAD + GOOD).encode())])
    library, found = load_library(faultless.root)
    assert found == ()
    [one] = library.maps
    assert one.value.clauses[0].from_ == "5.1"
    assert one.places.at("clauses", 0).line == 5


@pytest.mark.parametrize(
    ("entries", "code", "words"),
    [
        ('  - {from: "5.1", change: renumbered}\n', "TB004", "`renumbered` needs `to`"),
        ('  - {to: "5.1", change: technical}\n', "TB004", "`technical` needs `from`"),
        ('  - {from: "5.1", to: "5.1", change: renumbered}\n', "TB004", "two numbers, not twice 5.1"),
        ('  - {from: "5.1", to: "5.2", change: removed}\n', "TB004", "`removed` has no `to`"),
        ('  - {from: "5.1", to: "5.2", change: added}\n', "TB004", "`added` has no `from`"),
        ('  - {from: "5.1", to: "5.2", change: moved}\n', "TB004", "`change` must be one of"),
        ("  - {form: 5.1, change: added}\n", "TB003", "field `form` is not known here"),
        (GOOD + '  - {from: "5.1", change: removed}\n', "TB006", "`5.1` is already used in standards/maps/a.yml:5"),
    ],
)
def test_one_fault_in_an_entry_is_one_finding(faultless: FaultlessLibrary, entries: str, code: str, words: str) -> None:
    [one] = faultless.check({"standards/maps/a.yml": HEAD + entries})
    assert one.rule.code == code
    assert words in translator("en")(one.message)
    assert one.span.path == "standards/maps/a.yml"
    assert one.span.line == 4 + entries.count("\n")


def test_two_maps_between_the_same_editions(faultless: FaultlessLibrary) -> None:
    other = HEAD.replace("38031-2020", "38031—2020")
    [one] = faultless.check({"standards/maps/a.yml": HEAD + GOOD, "standards/maps/b.yml": other + GOOD})
    assert (one.rule.code, one.span.path, one.span.line) == ("TB006", "standards/maps/b.yml", 2)


@pytest.mark.parametrize(("field", "line"), [("from", 2), ("to", 3)])
def test_an_edition_without_record(faultless: FaultlessLibrary, field: str, line: int) -> None:
    year = {"from": "2020", "to": "2025"}[field]
    text = (HEAD + GOOD).replace(f"{field}: GB 38031-{year}", f"{field}: GB 38031-1999")
    [one] = faultless.check({"standards/maps/a.yml": text})
    assert (one.rule.code, one.span.line) == ("TB102", line)


def test_a_map_from_an_edition_to_itself(faultless: FaultlessLibrary) -> None:
    [one] = faultless.check({"standards/maps/a.yml": (HEAD + GOOD).replace("2020", "2025")})
    assert (one.rule.code, one.span.line) == ("TB004", 3)
