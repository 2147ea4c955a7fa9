"""The JSON form is fixed: scripts depend on it."""

from __future__ import annotations

import json

from textbuild.diagnostics import Fix, msg
from textbuild.diagnostics.formats.json import render
from textbuild.diagnostics.translate import translator

from ..findings import finding, report


def test_all_fields_of_the_contract() -> None:
    shown = render(report(finding(help_=msg("delete it"), fix=Fix("GB 38031—2025"))), translator("zh"))
    assert json.loads(shown) == {
        "as_of": "2026-11-23",
        "books": 28,
        "modules": 120,
        "standards": 512,
        "diagnostics": [
            {
                "code": "TB202",
                "name": "citation-superseded",
                "severity": "error",
                "message": "GB 38031—2020 已废止",
                "help": "请删去",
                "path": "books/x/1.md",
                "line": 3,
                "column": 3,
                "end_line": 3,
                "end_column": 16,
                "fix": {"replacement": "GB 38031—2025"},
            }
        ],
    }


def test_without_help_and_fix_both_are_null() -> None:
    [told] = json.loads(render(report(finding()), translator("en")))["diagnostics"]
    assert (told["help"], told["fix"]) == (None, None)


def test_chinese_is_written_as_it_is() -> None:
    assert "已废止" in render(report(finding()), translator("zh"))
