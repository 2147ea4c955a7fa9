from __future__ import annotations

from collections.abc import Callable

from tests.publish.pdf.conftest import Sample
from textbuild.publish.volume.references import reference_list

STANDARD = """\
kind: standard
number: GB/T 7714
title: 信息与文献 参考文献著录规则
issuer: 国家市场监督管理总局、国家标准化管理委员会
editions:
  - edition: GB/T 7714-2025
    published: 2025-12-02
    effective: 2026-07-01
    checks:
      - {source: "https://example.org/press", kind: press, on: 2026-11-20}
      - {source: "https://example.org/official", kind: official, on: 2026-11-23}
"""
Write = Callable[[dict[str, str]], Sample]


def texts(sample: Sample) -> list[str]:
    return [f"{entry.text}{entry.url or ''}" for entry in reference_list(sample.book).entries]


def test_entry_has_the_form_of_gbt_7714_2025(write_book: Write) -> None:
    sample = write_book({"standards/a.yml": STANDARD, "books/ev/1-1.md": "按 GB/T 7714—2025 著录。\n"})
    assert texts(sample)[0] == ("GB/T 7714—2025 信息与文献 参考文献著录规则[S/OL]. https://example.org/official")


def test_what_the_record_lacks_is_left_out(write_book: Write) -> None:
    bare = "kind: standard\nnumber: GB 1\neditions: [{edition: GB 1-2020}]\n"
    named = "kind: standard\nnumber: GB 2\ntitle: 乙\neditions: [{edition: GB 2-2020, published: 2020-03}]\n"
    sample = write_book(
        {"standards/a.yml": bare, "standards/b.yml": named, "books/ev/1-1.md": "GB 1—2020、GB 2—2020\n"}
    )
    assert texts(sample)[:2] == ["GB 1—2020[S].", "GB 2—2020 乙[S]."]


def test_entries_stand_once_in_order_of_first_mention(sample: Sample) -> None:
    references = reference_list(sample.book)
    assert [entry.verdict.edition for entry in references.entries if entry.verdict] == [
        "GB 38031-2025",
        "GB 38031-2020",
    ]
    module = sample.book.modules[1]
    assert references.number(module.basis[0]) == 1  # undated: the edition of the day
    assert [references.number(one) for one in module.citations] == [1, 2]


def test_unknown_standard_has_no_entry(write_book: Write) -> None:
    sample = write_book({"books/ev/1-1.md": "GB 99999—2020\n"})
    module = sample.book.modules[1]
    assert reference_list(sample.book).number(module.citations[0]) is None


def test_undated_mention_of_a_standard_without_known_edition_is_listed(write_book: Write) -> None:
    sample = write_book({"books/ev/1-1.md": "GB 38031—1999\n"})
    assert texts(sample)[0] == "GB 38031—1999 电动汽车用动力蓄电池安全要求[S]."


def test_all_parts_are_listed_each(write_book: Write) -> None:
    part = "kind: standard\nnumber: GB/T 9.{n}\ntitle: 部分{n}\neditions: [{{edition: GB/T 9.{n}-2020}}]\n"
    files = {f"standards/{n}.yml": part.format(n=n) for n in (1, 2)}
    sample = write_book({**files, "books/ev/1-1.md": "按 GB/T 9（所有部分）。\n"})
    assert texts(sample)[:2] == ["GB/T 9.1—2020 部分1[S].", "GB/T 9.2—2020 部分2[S]."]
