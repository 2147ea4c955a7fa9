"""`textbuild standards`: the registry on the command line."""

from __future__ import annotations

import json

import pytest

from tests.conftest import WriteLibrary
from textbuild.cli.app import run


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    capsys.readouterr()
    assert run(list(arguments)) == 0
    return json.loads(capsys.readouterr().out)


def test_parse_has_the_form_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    text = "GB/T 20234.1－2023 与 RFC 9110, 15.4"
    assert answer(capsys, "standards", "parse", "--format", "json", text, "没有编号") == [
        {"text": "GB/T 20234.1－2023", "number": "GB/T 20234.1", "edition": "GB/T 20234.1-2023", "locator": None,
         "start": 0, "end": 17},
        {"text": "RFC 9110, 15.4", "number": "RFC 9110", "edition": "RFC 9110", "locator": "15.4", "start": 20, "end": 34},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "day", "edition", "verdict", "successors"),
    [
        ("GB 38031-2020", "2026-06-30", "GB 38031-2020", "current", []),
        ("GB 38031—2020", "2026-07-01", "GB 38031-2020", "superseded", ["GB 38031-2025"]),
        ("GB 38031", "2026-06-30", "GB 38031-2020", "current", []),
        ("GB 38031", "2026-07-01", "GB 38031-2025", "current", []),
        ("GB38031-2025", "2026-06-30", "GB 38031-2025", "upcoming", []),
    ],
)
def test_show_judges_an_edition_on_a_day(
    write_library: WriteLibrary,
    capsys: pytest.CaptureFixture[str],
    number: str,
    day: str,
    edition: str,
    verdict: str,
    successors: list[str],
) -> None:
    root = str(write_library({}))
    found = answer(capsys, "-C", root, "standards", "show", number, "--as-of", day, "--format", "json")
    assert isinstance(found, dict)
    assert (found["number"], found["edition"], found["verdict"]) == ("GB 38031", edition, verdict)
    assert found["successors"] == successors
    assert found["chain"][0] == edition


def test_a_number_needs_no_quotes(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(write_library({}))
    for command in ("show", "impact"):
        found = answer(
            capsys, "-C", root, "standards", command, "GB", "38031", "--as-of", "2026-06-30", "--format", "json"
        )
        assert isinstance(found, dict)
        assert found["edition"] == "GB 38031-2020"


def test_list_filters(write_library: WriteLibrary, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(write_library({}))
    options = ["--as-of", "2026-11-24", "--format", "json"]
    assert len(answer(capsys, "-C", root, "standards", "list", *options)) == 2  # type: ignore[arg-type]
    found = answer(capsys, "-C", root, "standards", "list", "--verdict", "current", *options)
    assert [one["edition"] for one in found] == ["GB 38031-2025"]  # type: ignore[attr-defined]
