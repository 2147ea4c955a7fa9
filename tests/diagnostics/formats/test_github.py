"""Workflow commands that no text of an author can break out of."""

from __future__ import annotations

from textbuild.diagnostics import msg
from textbuild.diagnostics.formats.github import render
from textbuild.diagnostics.translate import translator
from textbuild.model.span import Span

from ..findings import FORM, finding, report


def github(*diagnostics) -> str:  # type: ignore[no-untyped-def]
    return render(report(*diagnostics), translator("en"))


def test_one_command_a_finding() -> None:
    assert github(finding(), finding(rule=FORM)) == (
        "::error file=books/x/1.md,line=3,endLine=3,col=3,endColumn=16,title=TB202 citation-superseded"
        "::GB 38031—2020 was withdrawn\n"
        "::notice file=books/x/1.md,line=3,endLine=3,col=3,endColumn=16,title=TB207 citation-form"
        "::GB 38031—2020 was withdrawn\n"
    )


def test_help_is_a_second_line() -> None:
    assert github(finding(help_=msg("delete it"))).endswith("::GB 38031—2020 was withdrawn%0Adelete it\n")


def test_text_can_not_begin_a_command_of_its_own() -> None:
    shown = github(finding(msg("active content: {what}", what="100%\r\n::error::x")))
    assert shown.endswith("::active content: 100%25%0D%0A::error::x\n")
    assert shown.count("\n") == 1


def test_a_path_can_not_begin_a_property_of_its_own() -> None:
    shown = github(finding(span=Span("books/a,line=1:\n%.md")))
    assert shown.startswith("::error file=books/a%2Cline=1%3A%0A%25.md,line=1,")


def test_a_finding_of_several_lines_has_no_columns() -> None:
    assert "col=" not in github(finding(span=Span("x.md", 1, 2, 3, 4)))


def test_no_finding_no_output() -> None:
    assert github() == ""
