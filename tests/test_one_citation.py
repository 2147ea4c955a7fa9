"""One citation through every room: from the words of a teacher to the page and the finding. Read this first.

A module teaches the battery's safety standard. Until 2026-06-30 it may cite GB 38031—2020; from 2026-07-01 on that
edition is superseded, and the book is not built.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.conftest import WriteLibrary
from textbuild import markdown
from textbuild.check.run import check_library
from textbuild.diagnostics.formats import FORMATS
from textbuild.diagnostics.report import Report
from textbuild.diagnostics.translate import translator
from textbuild.link.library import LinkedLibrary, link_library
from textbuild.link.verdict import Status
from textbuild.load.library import load_library
from textbuild.model.span import Span
from textbuild.model.standard_number import find_all

LINE = "电池包按 GB 38031-2020 检测。"
MODULE = f"---\ntitle: 电池包检测\nid: EV-1\nbasis: [GB 38031]\n---\n\n## 依据\n\n{LINE}\n"
PATH = "books/ev/1-1.md"
BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)


def linked(root: Path, day: date) -> LinkedLibrary:
    library, found = load_library(root)
    assert found == ()
    return link_library(library, day)


def test_model_reads_the_number_in_the_sentence() -> None:
    [mention] = find_all(LINE)
    assert mention.number.identity == "GB 38031"
    assert mention.number.edition == "GB 38031-2020"
    assert mention.number.printed == "GB 38031—2020"
    assert not mention.canonical_form  # written with a hyphen: TB207 will say so


def test_markdown_makes_it_a_token_that_knows_its_place() -> None:
    document = markdown.parse(MODULE, PATH)
    [citation] = markdown.outline(document).citations
    assert citation.span == Span(PATH, 9, 6, 9, 19)
    assert citation.span.cut(MODULE) == citation.text == "GB 38031-2020"
    assert citation.heading == "依据"


def test_load_puts_it_into_a_module_of_a_book(write_library: WriteLibrary) -> None:
    library, _ = load_library(write_library({PATH: MODULE}))
    [book] = library.books
    [module] = book.modules
    assert (module.id, module.title) == ("EV-1", "电池包检测")
    assert [citation.text for citation in module.citations] == ["GB 38031-2020"]


def test_link_finds_the_edition_and_judges_it_on_the_day(write_library: WriteLibrary) -> None:
    root = write_library({PATH: MODULE})
    for day, status in ((BEFORE, Status.CURRENT), (AFTER, Status.SUPERSEDED)):
        [module] = linked(root, day).books[0].modules
        [resolved] = module.citations
        assert resolved.verdict is not None
        assert resolved.verdict.status is status
    assert resolved.verdict
    assert resolved.verdict.successors == ("GB 38031-2025",)


def test_link_takes_the_undated_basis_for_the_edition_of_the_day(write_library: WriteLibrary) -> None:
    root = write_library({PATH: MODULE})
    editions = [linked(root, day).books[0].modules[0].basis[0].edition for day in (BEFORE, AFTER)]
    assert editions == ["GB 38031-2020", "GB 38031-2025"]


def test_check_finds_it_superseded_from_the_day_on(write_library: WriteLibrary) -> None:
    root = write_library({PATH: MODULE})
    assert "TB202" not in {one.rule.code for one in check_library(linked(root, BEFORE))}
    [finding] = [one for one in check_library(linked(root, AFTER)) if one.rule.code == "TB202"]
    assert finding.span.cut(MODULE) == "GB 38031-2020"
    assert finding.book == "ev"


def test_diagnostics_say_in_chinese_what_to_do(write_library: WriteLibrary) -> None:
    root = write_library({PATH: MODULE})
    found = check_library(linked(root, AFTER))
    report = Report(AFTER, 1, 1, 1, found, lambda path: MODULE if path == PATH else None)
    shown = FORMATS["text"](report, translator("zh"))
    assert "TB202" in shown
    assert "GB 38031—2025" in shown  # the successor
    assert LINE in shown  # the code frame
