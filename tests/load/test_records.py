"""Records that do not fit are told in words for their author."""

import pytest

from textbuild.diagnostics.translate import translator
from textbuild.load.files import Text
from textbuild.load.records import read_record

RECORD = "kind: standard\nnumber: GB 1\neditions:\n  - edition: GB 1-2020\n    {}\n"


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        (
            "published: 2024-7-1",
            "TB004",
            "`published` must be a date such as 2026-07-01, 2026-07 or 2026, not `2024-7-1`",
        ),
        ("withdrawn: soon", "TB004", "`withdrawn` must be a date"),
        ("efective: 2024-07-01", "TB003", "field `efective` is not known here"),
        ("g[b: 1", "TB003", "field `g[b` is not known here"),
        ("str: 1", "TB003", "field `str` is not known here"),
        ("checks: [{source: x, kind: rumour, on: 2026-01-01}]", "TB004", "`kind` must be one of"),
        ("checks: [{source: x, kind: press, on: 2026}]", "TB004", "`on` must be a date"),
        ("replaces: GB 1-2010", "TB004", "`replaces` must be a list"),
        ("checks: [{kind: press, on: 2026-01-01}]", "TB004", "field `source` is missing"),
        ("clauses: [{number: 7.10, title: [a]}]", "TB004", "`title` must be text"),
    ],
)
def test_one_fault_is_one_finding_that_says_what_is_wrong(line: str, code: str, words: str) -> None:
    record, found = read_record(Text("standards/a.yml", RECORD.format(line)))
    assert record is None
    [one] = found
    assert one.rule.code == code
    assert words in translator("en")(one.message)
    assert one.span.line == 5


def test_a_clause_number_stays_text() -> None:
    record, _ = read_record(Text("standards/a.yml", RECORD.format("clauses: [{number: 7.10}, {number: 7.1}]")))
    assert record is not None
    assert [clause.number for clause in record.value.editions[0].clauses] == ["7.10", "7.1"]
