"""Numbers as people write them."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textbuild.model.standard_number import StandardNumber, canonical, find_all, parse

CASES = list(csv.DictReader((Path(__file__).parent / "standard_number_cases.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["raw"]))
def test_each_known_spelling_has_its_canonical_form(case: dict[str, str]) -> None:
    number = parse(case["raw"])
    assert (number.canonical if number else "") == case["canonical"]


@pytest.mark.parametrize("case", [one for one in CASES if one["kind"] == "reject"], ids=lambda case: str(case["raw"]))
def test_placeholders_dates_and_codes_are_not_found_in_text(case: dict[str, str]) -> None:
    assert find_all(f"见{case['raw']}。") == ()


@pytest.mark.parametrize(
    ("text", "number", "locator"),
    [
        ("按 GB 18384-2025 第 5.1 条", "GB 18384-2025", "5.1"),
        ("《GB/T 20234.1—2023》第 5.1 条", "GB/T 20234.1-2023", "5.1"),
        ("RFC 9110, 15.4 中", "RFC 9110", "15.4"),
        ("GB 38031—2025 中 5.2.1", "GB 38031-2025", "5.2.1"),
        ("GB/T 18487.1-2023的第7章", "GB/T 18487.1-2023", "7"),
        ("GB 38031-2025 附录 A", "GB 38031-2025", None),
        ("GB 38031-2025 第 7.10 条", "GB 38031-2025", "7.10"),
    ],
)
def test_the_clause_is_read_with_the_number(text: str, number: str, locator: str | None) -> None:
    [mention] = find_all(text)
    assert (mention.number.canonical, mention.locator) == (number, locator)


@pytest.mark.parametrize(
    "text",
    [
        "docs/GB38031-2025.pdf",
        "https://example.org/GB38031-2025",
        "GB_38031-2025",
        "16 GB 2400 MHz 内存",
        "硬盘 2 TB 7200 转",
        "GB/T XXXX—20XX",
        "GB/T 18487.1-202X",
        "ISO 10218 解读",
        "规则 TB202",
        "布氏硬度 HB200",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert find_all(text) == ()


def test_a_cover_may_carry_two_numbers() -> None:
    assert [m.number.canonical for m in find_all("GB/T 20183.1—2024/ISO 5682-1:2017")] == [
        "GB/T 20183.1-2024",
        "ISO 5682-1:2017",
    ]


def test_part_and_whole_are_different_numbers() -> None:
    assert [m.number.identity for m in find_all("GB/T 27930.2、GB/T 27930、GB/T 4937.20、GB/T 4937.201")] == [
        "GB/T 27930.2",
        "GB/T 27930",
        "GB/T 4937.20",
        "GB/T 4937.201",
    ]


def test_all_parts_are_said_in_words() -> None:
    [mention] = find_all("GB/T 34590（所有部分）")
    assert mention.number.all_parts
    assert mention.number.printed == "GB/T 34590（所有部分）"


@pytest.mark.parametrize("text", ["GB 18384，5 个电芯", "GB 18384 一 50 台", "GB 18384 - 50 V"])
def test_what_follows_in_the_sentence_is_no_part_of_the_number(text: str) -> None:
    assert [m.number for m in find_all(text)] == [StandardNumber("GB 18384")]


numbers = st.builds(
    lambda code, number, part, year: f"{code} {number}{part}{year}",
    st.sampled_from(["GB", "GB/T", "GB/Z", "QC/T", "TB/T", "JB/T", "DB35/T"]),
    st.integers(1, 99999),
    st.one_of(st.just(""), st.integers(1, 99).map(lambda n: f".{n}")),
    st.one_of(st.just(""), st.integers(1980, 2030).map(lambda n: f"-{n}")),
)


@given(numbers)
def test_the_printed_form_reads_back_as_itself(text: str) -> None:
    number = parse(text)
    assert number is not None
    assert parse(number.printed) == number
    [mention] = find_all(f"依据{number.printed}，")
    assert mention.canonical_form


@given(
    numbers
    | st.from_regex(r"(ISO|ISO/IEC|ISO/TS|RFC|BCP|GB|T/CSAE|HB) ?[0-9]{1,6}([-.:/][0-9]{1,4}){0,3}", fullmatch=True)
)
def test_the_quick_look_at_a_canonical_number_agrees_with_reading_it(text: str) -> None:
    number = parse(text)
    assert canonical(text) == (number.canonical if number else text)


@given(numbers, st.sampled_from("—–－‐−"), st.sampled_from(["", " ", "\u3000", "\u00a0"]))
def test_dashes_and_spaces_do_not_matter(text: str, dash: str, space: str) -> None:
    head, _, tail = text.replace("-", dash).partition(" ")
    assert parse(f"{head}{space}{tail}") == parse(text)


@given(st.text(alphabet="GBT/ 0123456789-—.第条修改单（）一XISO:", max_size=80))
def test_every_mention_names_a_stretch_of_the_text(text: str) -> None:
    end = 0
    for mention in find_all(text):
        assert end <= mention.start < mention.number_end <= mention.end <= len(text)
        end = mention.end


@pytest.mark.parametrize(
    "piece", ["GB/T ", "GB 1", "ISO/", "T/", "Q/A", "GB 18384 第", "https://", "GB/T 1.1.1", "-", "http"]
)
def test_reading_is_linear(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        taken = []
        for _ in range(3):
            start = time.process_time()
            find_all(text)
            taken.append(time.process_time() - start)
        return min(taken)

    # four times the text may take a little more than four times as long; a quadratic reader takes sixteen times
    assert seconds(400_000) < 10 * max(seconds(100_000), 0.01)
