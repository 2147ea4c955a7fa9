"""Which superseded citations can be mended without a decision."""

from __future__ import annotations

import pytest

from textbuild.check.fix import fixed_text
from textbuild.diagnostics import Diagnostic

from ..faultless import FRONT, MODULE, FaultlessLibrary

CHECKS = '    checks: [{source: "https://example.org/", kind: official, on: 2026-11-01}]\n'
MERGED = "GB 1-2000, GB 1-2010"


def standard(*editions: str, number: str = "GB 1") -> str:
    return f"kind: standard\nnumber: {number}\neditions:\n" + "".join(editions)


def edition(number: str, year: int, replaces: str = "") -> str:
    dates = f"    published: {year}-01-01\n    effective: {year}-07-01\n"
    return f"  - edition: {number}-{year}\n{dates}" + (f"    replaces: [{replaces}]\n" if replaces else "") + CHECKS


def superseded(found: tuple[Diagnostic, ...]) -> Diagnostic:
    [one] = [one for one in found if one.rule.code == "TB202"]
    return one


def test_one_to_one_is_mended(faultless: FaultlessLibrary) -> None:
    found = faultless.check_module("按 GB 38031—2020 检测。\n")
    assert fixed_text(f"{FRONT}按 GB 38031—2020 检测。\n", found) == f"{FRONT}按 GB 38031—2025 检测。\n"


def test_a_chain_is_mended_to_its_end(faultless: FaultlessLibrary) -> None:
    records = standard(edition("GB 1", 2000), edition("GB 1", 2010, "GB 1-2000"), edition("GB 1", 2020, "GB 1-2010"))
    found = faultless.check({"standards/gb-1.yml": records, MODULE: f"{FRONT}按 GB 1—2000 检测。\n"})
    fix = superseded(found).fix
    assert fix is not None
    assert fix.replacement == "GB 1—2020"


@pytest.mark.parametrize(
    ("records", "why"),
    [
        (
            {
                "1": standard(
                    edition("GB 1", 2000), edition("GB 1", 2010), edition("GB 1", 2020, "GB 1-2000, GB 1-2010")
                )
            },
            "the new edition replaces another one too",
        ),
        (
            {
                "1": standard(edition("GB 1", 2000)),
                "2": standard(edition("GB 2", 2010, "GB 1-2000"), number="GB 2"),
                "3": standard(edition("GB 3", 2011, "GB 1-2000"), number="GB 3"),
            },
            "two new editions replace it",
        ),
    ],
)
def test_not_one_to_one_is_left_to_the_author(faultless: FaultlessLibrary, records: dict[str, str], why: str) -> None:
    files = {f"standards/gb-{name}.yml": text for name, text in records.items()}
    found = faultless.check({**files, MODULE: f"{FRONT}按 GB 1—2000 检测。\n"})
    assert superseded(found).fix is None, why


def test_a_cited_clause_is_left_to_the_author(faultless: FaultlessLibrary) -> None:
    assert superseded(faultless.check_module("见 GB 38031—2020 第 5.2 条。\n")).fix is None


def test_front_matter_keeps_the_form_of_the_records(faultless: FaultlessLibrary) -> None:
    text = "---\ntitle: 检测\nbasis: [GB 38031-2020, GB 38031]\njobs: [job:assembler#A1]\n---\n\n检测。\n"
    found = faultless.check({MODULE: text})
    assert fixed_text(text, found) == text.replace("GB 38031-2020", "GB 38031-2025")


def test_the_explicit_form_stays_explicit(faultless: FaultlessLibrary) -> None:
    text = f"{FRONT}按 [@GB 38031-2020] 检测。\n"
    assert fixed_text(text, faultless.check({MODULE: text})) == text.replace("2020", "2025")


def test_wrong_form_and_old_edition_are_mended_together(faultless: FaultlessLibrary) -> None:
    text = f"{FRONT}按GB38031-2020检测。\n"
    assert fixed_text(text, faultless.check({MODULE: text})) == f"{FRONT}按GB 38031—2025检测。\n"


def test_the_help_names_the_end_of_the_chain(faultless: FaultlessLibrary) -> None:
    records = standard(edition("GB 1", 2000), edition("GB 1", 2010, "GB 1-2000"), edition("GB 1", 2020, "GB 1-2010"))
    found = faultless.check({"standards/gb-1.yml": records, MODULE: f"{FRONT}按 GB 1—2000 第 3 条检测。\n"})
    help_ = superseded(found).help
    assert help_ is not None
    assert dict(help_.values)["newer"] == "GB 1—2020"


def test_a_circle_of_replacements_ends(faultless: FaultlessLibrary) -> None:
    records = standard(edition("GB 1", 2000, "GB 1-2010"), edition("GB 1", 2010, "GB 1-2000"))
    found = faultless.check({"standards/gb-1.yml": records, MODULE: f"{FRONT}按 GB 1—2000 检测。\n"})
    assert superseded(found).fix is None


def test_history_is_not_judged(faultless: FaultlessLibrary) -> None:
    assert faultless.check_module("旧版 [GB 38031—2020]{.historical} 只要求报警。\n") == ()
