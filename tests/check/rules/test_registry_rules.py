"""Findings in the standards themselves, beyond the rules' examples."""

from __future__ import annotations

import pytest

from ..faultless import FaultlessLibrary, codes

SEEN = 'checks: [{source: "https://example.org/", kind: official, on: 2026-11-01}]'


def records(*editions: str) -> dict[str, str]:
    lines = "".join(f"  - {{{edition}, {SEEN}}}\n" for edition in editions)
    return {"standards/gb-1.yml": f"kind: standard\nnumber: GB 1\neditions:\n{lines}"}


@pytest.mark.parametrize(
    "edition",
    [
        "edition: GB 1-2024, published: 2024-07, effective: 2024-07-01",
        "edition: GB 1-2024, published: 2024, effective: 2024-02",
        "edition: GB 1-2024, published: 2024-07-01, effective: 2024-07-01, withdrawn: true",
        "edition: GB 1-2024, published: 2024-07-01, effective: 2025-01-01, withdrawn: 2025",
    ],
)
def test_dates_that_may_be_in_order_are_not_told(faultless: FaultlessLibrary, edition: str) -> None:
    assert codes(faultless.check(records(edition))) == []


@pytest.mark.parametrize(
    ("edition", "field"),
    [
        ("edition: GB 1-2024, published: 2024-07, effective: 2024-06-30", "effective"),
        ("edition: GB 1-2024, published: 2024-07-01, effective: 2025-01-01, withdrawn: 2024-12-31", "withdrawn"),
        ("edition: GB 1-2024, published: 2024-07-01, withdrawn: 2023", "withdrawn"),
    ],
)
def test_impossible_dates_are_told_where_they_stand(faultless: FaultlessLibrary, edition: str, field: str) -> None:
    [found] = faultless.check(records(edition))
    assert found.rule.code == "TB101"
    line = (faultless.root / found.span.path).read_text("utf-8").split("\n")[found.span.line - 1]
    assert line[: found.span.column - 1].endswith(f"{field}: ")


def test_an_edition_can_not_replace_a_later_one(faultless: FaultlessLibrary) -> None:
    older = "edition: GB 1-2024, published: 2024-07-01, effective: 2024-08-01"
    newer = "edition: GB 1-2020, published: 2020-07-01, effective: 2020-08-01, replaces: [GB 1-2024]"
    assert codes(faultless.check(records(older, newer))) == ["TB101"]


def test_an_edition_that_replaces_itself(faultless: FaultlessLibrary) -> None:
    edition = "edition: GB 1-2024, published: 2024-07-01, effective: 2024-08-01, replaces: [GB 1-2024]"
    assert codes(faultless.check(records(edition))) == ["TB103"]


def test_a_circle_is_told_once_and_what_leads_into_it_not_at_all(faultless: FaultlessLibrary) -> None:
    found = faultless.check(
        records(
            "edition: GB 1-2030, replaces: [GB 1-2020]",
            "edition: GB 1-2020, replaces: [GB 1-2010]",
            "edition: GB 1-2010, replaces: [GB 1-2000]",
            "edition: GB 1-2000, replaces: [GB 1-2020]",
        )
    )
    [circle] = [dict(one.message.values)["circle"] for one in found if one.rule.code == "TB103"]
    assert circle == "GB 1—2020 → GB 1—2010 → GB 1—2000 → GB 1—2020"


def test_a_long_line_of_replacements_is_no_circle(faultless: FaultlessLibrary) -> None:
    line = ["edition: GB 1-1000"] + [f"edition: GB 1-{year}, replaces: [GB 1-{year - 1}]" for year in range(1001, 3000)]
    assert "TB103" not in codes(faultless.check(records(*line)))


def test_a_replaced_number_may_be_written_with_a_long_dash(faultless: FaultlessLibrary) -> None:
    assert codes(faultless.check(records("edition: GB 1-2012", "edition: GB 1-2024, replaces: [GB 1—2012]"))) == []


def test_a_replaced_edition_needs_no_fresh_check(faultless: FaultlessLibrary) -> None:
    old = '{source: "https://example.org/", kind: official, on: 2020-11-01}'
    text = (
        "kind: standard\nnumber: GB 1\neditions:\n"
        f"  - {{edition: GB 1-2012, published: 2012-01-01, effective: 2012-07-01, checks: [{old}]}}\n"
        "  - {edition: GB 1-2024, published: 2024-01-01, effective: 2024-07-01, replaces: [GB 1-2012], " + SEEN + "}\n"
    )
    assert codes(faultless.check({"standards/gb-1.yml": text})) == []


def test_the_age_allowed_is_the_librarys(faultless: FaultlessLibrary) -> None:
    config = {"books/library.yml": "title: 库\nmax_check_age: 10\n"}
    assert codes(faultless.check(config)) == ["TB301", "TB205", "TB110"]
