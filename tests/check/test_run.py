"""All rules together: order, books, and the day."""

from __future__ import annotations

from datetime import date

from textbuild.diagnostics import Severity

from .faultless import FRONT, MODULE, FaultlessLibrary, codes


def test_findings_are_sorted_by_place(faultless: FaultlessLibrary) -> None:
    found = faultless.check(
        {MODULE: f"{FRONT}按GB 38031-2020。\n\n![图](a.png)\n", "books/ev/book.yml": "title: 电池\nx: 1\n"}
    )
    places = [(one.span.path, one.span.line, one.span.column, one.rule.code) for one in found]
    assert places == sorted(places)


def test_findings_in_a_module_name_its_book(faultless: FaultlessLibrary) -> None:
    [found] = faultless.check_module("按 GB 38031—2020 检测。\n")
    assert found.book == "ev"


def test_findings_in_a_standard_concern_every_book(faultless: FaultlessLibrary) -> None:
    standard = "kind: standard\nnumber: GB 1\neditions:\n  - {edition: GB 1-2024, replaces: [GB 1-2012]}\n"
    [found] = faultless.check({"standards/gb-1.yml": standard})
    assert (found.rule.code, found.book) == ("TB102", None)


def test_a_day_turns_the_verdict(faultless: FaultlessLibrary) -> None:
    text = "按 GB 38031—2020 检测。\n"
    assert codes(faultless.check_module(text, date(2026, 7, 1))) == ["TB202"]
    assert codes(faultless.check_module(text, date(2026, 6, 30))) == []


def test_a_coming_edition_is_a_warning_until_its_day(faultless: FaultlessLibrary) -> None:
    [found] = faultless.check_module("按 GB 38031—2025 检测。\n", date(2026, 6, 30))
    assert (found.rule.code, found.rule.severity) == ("TB204", Severity.WARNING)


def test_an_exempt_book_is_not_asked_for_standards_or_jobs(faultless: FaultlessLibrary) -> None:
    found = faultless.check(
        {
            "books/ev/book.yml": "title: 手册\ncitations: optional\n",
            MODULE: "# 手册\n\n例如GB 9-1999、GB 38031-2020。\n",
        }
    )
    assert found == ()


def test_a_preface_needs_no_standard(faultless: FaultlessLibrary) -> None:
    assert faultless.check({MODULE: "---\ntitle: 前言\nkind: front\n---\n\n本书共八个项目。\n"}) == ()
