"""Records on disk: what textbuild writes reads back the same, and what people wrote stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textbuild.load.files import Text
from textbuild.load.records import read_record
from textbuild.model.standard import Standard
from textbuild.publish.record_text import render
from textbuild.publish.records import changed_text, diff, path_for, write

BY_HAND = """\
# 动力电池：编辑部维护
kind: standard
number: GB 38031        # 强制性
title: 电动汽车用动力蓄电池安全要求

editions:
  # 旧版
  - edition: GB 38031-2020
    effective: 2021-01-01   # 见公告
    published: 2020-05-12
    withdrawn: null
    clauses: [{number: "7.10"}, {number: '5.2', title: 单体}]
    checks:
      - source: "https://example.org/a"    # 目录页
        kind: catalogue
        on: 2026-11-23
        saw: [number, title]
"""


def standard(text: str) -> Standard:
    record, faults = read_record(Text("standards/x.yml", text))
    assert record is not None, faults
    value = record.value
    assert isinstance(value, Standard)
    return value


def changed(text: str, **values: Any) -> tuple[str, Standard]:
    """The text with fields of the last edition changed."""
    old = standard(text)
    last = old.editions[-1].model_copy(update=values)
    new = Standard.model_validate({**old.model_dump(by_alias=True), "editions": [*old.editions[:-1], last]})
    after = changed_text(text, old, new)
    assert after is not None
    return after, new


def test_comments_order_and_quotes_of_a_file_stay() -> None:
    after, new = changed(BY_HAND, reported="废止")
    assert standard(after) == new
    assert [line for line in after.splitlines() if line not in BY_HAND.splitlines()] == ["    reported: 废止"]
    assert [line for line in BY_HAND.splitlines() if line not in after.splitlines()] == []


def test_a_new_edition_and_a_new_reading_are_added_in_their_place() -> None:
    old = standard(BY_HAND)
    check = {"source": "乙页", "kind": "official", "on": "2026-11-23", "saw": ["number"]}
    editions = [
        {**old.editions[0].model_dump(), "checks": [*old.editions[0].checks, check]},
        {"edition": "GB 38031-2025", "effective": "2026-07-01", "replaces": ["GB 38031-2020"], "checks": [check]},
    ]
    new = Standard.model_validate({**old.model_dump(), "editions": editions})
    after = changed_text(BY_HAND, old, new)
    assert after is not None
    assert standard(after) == new
    assert all(line in after.splitlines() for line in BY_HAND.splitlines())
    assert "      - {source: 乙页, kind: official, on: 2026-11-23, saw: [number]}" in after
    assert "    replaces: [GB 38031-2020]" in after


def test_a_value_that_is_taken_out_leaves_the_rest() -> None:
    after, new = changed(BY_HAND, published=None)
    assert standard(after) == new
    assert "published" not in after
    assert "# 见公告" in after


def test_a_list_that_is_not_indented_stays_so() -> None:
    text = "kind: standard\nnumber: GB 1\neditions:\n- edition: GB 1-2020\n  published: 2020-01-01\n"
    after, new = changed(text, effective=None, reported="现行")
    assert after == text + "  reported: 现行\n"
    assert standard(after) == new


def test_a_file_as_textbuild_writes_it_is_written_anew() -> None:
    text = render(standard(BY_HAND))
    after, new = changed(text, reported="废止")
    assert after == render(new)


def test_the_diff_shows_a_new_file_and_a_change() -> None:
    new = diff("standards/national/gb-1.yml", None, "kind: standard\n")
    assert new.startswith("--- /dev/null\n+++ b/standards/national/gb-1.yml\n")
    assert "-a\n+b\n" in diff("x.yml", "a\n", "b\n")


@pytest.mark.parametrize(
    ("identity", "path"),
    [
        ("GB/T 20234.1", "standards/national/gb-t-20234.1.yml"),
        ("QC/T 1198", "standards/sector/qc-t-1198.yml"),
        ("DB31/T 1417", "standards/local/db31-t-1417.yml"),
        ("T/CAMA 06", "standards/group/t-cama-06.yml"),
        ("ISO/IEC 27001", "standards/international/iso-iec-27001.yml"),
        ("RFC 9110", "standards/international/rfc-9110.yml"),
        ("EN ISO 10218-1", "standards/international/en-iso-10218-1.yml"),
    ],
)
def test_a_new_record_is_kept_with_its_kind(identity: str, path: str) -> None:
    assert path_for(identity) == path


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write(tmp_path, "standards/national/gb-1.yml", "kind: standard\n")
    assert [path.name for path in (tmp_path / "standards/national").iterdir()] == ["gb-1.yml"]
    assert (tmp_path / "standards/national/gb-1.yml").read_text("utf-8") == "kind: standard\n"


_TEXT = st.text(min_size=1, max_size=20).filter(lambda text: text.strip() == text and text.isprintable())
_TRICKY = _TEXT | st.sampled_from(
    ["null", "true", "on", "7.10", "2026-07-01", "a: b", "#x", "- x", "a, b", "[x]", "{y}", "'q'", '"q"', "&a", "*a", "!t", "%",
     "@", "`", "x:", "? y", "~", "名称：第1部分", "GB/T 1—2020", "\\n", "0x1f", "1e3", "=", "<<", "|", ">"]
)  # fmt: skip


@given(_TRICKY, _TRICKY, _TRICKY, st.lists(_TRICKY, max_size=3))
def test_any_text_reads_back_the_same(title: str, source: str, note: str, saw: list[str]) -> None:
    check = {"source": source, "kind": "press", "on": "2026-11-23", "saw": saw, "found": {"title": title}, "note": note}
    edition = {"edition": "GB 1-2020", "published": "2020-05", "withdrawn": True, "reported": note, "checks": [check]}
    value = Standard.model_validate(
        {"kind": "standard", "number": "GB 1", "title": title, "ics": ["43.120"], "editions": [edition]}
    )
    assert standard(render(value)) == value


@given(_TRICKY, _TRICKY)
def test_any_text_put_into_a_kept_file_reads_back_the_same(reported: str, title: str) -> None:
    after, new = changed(BY_HAND, reported=reported, title=title)
    assert standard(after) == new
