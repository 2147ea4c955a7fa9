"""A library that is examined again while its author writes."""

from datetime import date

import pytest

from tests.conftest import BATTERY, WriteLibrary
from textbuild.pipeline import Run, Workbench, examine

PATH = "books/ev/1-1.md"
OLD = "---\ntitle: 甲\nid: EV-1\nbasis: [GB 38031]\n---\n\n## 节\n\n按 GB 38031—2020 检测。\n"


@pytest.mark.parametrize("change", ["module", "standard", "none"])
def test_it_finds_what_a_fresh_look_finds(write_library: WriteLibrary, change: str) -> None:
    root = write_library({})
    run = Run(root, date(2026, 11, 24))
    bench = Workbench(run)
    assert bench.examine()[1] == examine(run)[1]
    if change == "module":
        (root / PATH).write_text(OLD, encoding="utf-8")
    if change == "standard":
        path = root / "standards/national/gb-38031.yml"
        path.write_text(BATTERY.replace("effective: 2026-07-01", "effective: 2027-07-01"), encoding="utf-8")
        bench.forget_records()
    codes = {one.rule.code for one in examine(run)[1]}
    assert {one.rule.code for one in bench.examine()[1]} == codes
    assert ("TB202" in codes) == (change == "module")
    assert ("TB204" in codes) == (change == "standard")
