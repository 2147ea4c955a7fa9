"""`check --fix` renumbers a clause where the map says that only the number changed, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.check.faultless import FRONT, MODULE, FaultlessLibrary, codes
from textbuild.check.fix import fixed_text

MAPS = "standards/maps/gb-38031.yml"
MAP = """\
kind: map
from: GB 38031-2020
to: GB 38031-2025
clauses:
  - {from: "5.1", to: "5.2", change: renumbered}
  - {from: "6.3", to: "7.10", change: technical}
  - {from: "6.4", change: removed}
"""


def mended(faultless: FaultlessLibrary, text: str, front: str = FRONT) -> str:
    found = faultless.check({MODULE: front + text, MAPS: MAP})
    return fixed_text(front + text, [one for one in found if one.span.path == MODULE])[len(front) :]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("见 GB 38031—2020 第 5.1 条。", "见 GB 38031—2025 第 5.2 条。"),
        ("见 GB 38031-2020第5.1条。", "见 GB 38031—2025第5.2条。"),
        ("见《GB 38031—2020》的 5.1 条。", "见《GB 38031—2025》的 5.2 条。"),
        ("见 [@GB 38031-2020, 5.1]。", "见 [@GB 38031-2025, 5.2]。"),
        ("见 **GB 38031—2020 第 5.1 条**，每条都要做。", "见 **GB 38031—2025 第 5.2 条**，每条都要做。"),
    ],
)
def test_year_and_clause_are_written_anew(faultless: FaultlessLibrary, before: str, after: str) -> None:
    assert mended(faultless, before) == after
    assert codes(faultless.check({MODULE: FRONT + after, MAPS: MAP})) == []


@pytest.mark.parametrize(
    "text",
    [
        "见 GB 38031—2020 第 6.3 条。",
        "见 GB 38031—2020 第 6.4 条。",
        "见 GB 38031—2020 第 5.1.1 条。",
        "见 GB 38031—2020 第 5.1 条和第 5.3 条。",
        "见 GB 38031—2020 第 5.1 条、\n5.3 条。",
        "见 [@GB 38031-2020, 5.1] 和 5.3。",
    ],
)
def test_what_needs_a_reader_is_reported_and_left_alone(faultless: FaultlessLibrary, text: str) -> None:
    assert "TB208" in codes(faultless.check({MODULE: FRONT + text, MAPS: MAP}))
    assert mended(faultless, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "见 GB 38031—2020 第 9.9 条。",
        "见 GB 38031—2020。",
        "见 [GB 38031—2020 第 5.1 条]{.historical}。",
        "见 GB 38031—2025 第 5.2 条。",
    ],
)
def test_of_other_citations_nothing_is_said(faultless: FaultlessLibrary, text: str) -> None:
    assert "TB208" not in codes(faultless.check({MODULE: FRONT + text, MAPS: MAP}))


def test_a_basis_is_renumbered_in_the_form_of_records(faultless: FaultlessLibrary) -> None:
    front = FRONT.replace("[GB 38031]", "[GB 38031, GB 38031-2020 第 5.1 条]")
    whole = front + "检测。"
    found = faultless.check({MODULE: whole, MAPS: MAP})
    assert "GB 38031-2025 第 5.2 条]" in fixed_text(whole, [one for one in found if one.span.path == MODULE])


def test_before_the_new_edition_is_in_force_nothing_is_said(faultless: FaultlessLibrary) -> None:
    found = faultless.check({MODULE: FRONT + "见 GB 38031—2020 第 5.1 条。", MAPS: MAP}, date(2026, 6, 30))
    assert "TB208" not in codes(found)
