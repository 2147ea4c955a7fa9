"""Hostile text takes no more time than its length allows, and loses nothing."""

from __future__ import annotations

import time

import pytest
from hostile import REPEATED, SHAPES

from textbuild.markdown import outline, parse
from textbuild.markdown.limits import MAX_PARAGRAPH

LENGTH = 30_000
MOST = 100e-6
"""Seconds of processor time for a character: far above what a loaded machine needs, far below the square."""


def seconds(text: str) -> float:
    start = time.process_time()
    outline(parse(text, "a.md"))
    return time.process_time() - start


@pytest.mark.parametrize("piece", REPEATED)
def test_repetition_takes_linear_time(piece: str) -> None:
    assert seconds(piece * (LENGTH // len(piece))) < LENGTH * MOST


@pytest.mark.parametrize("shape", SHAPES)
def test_shape_takes_linear_time(shape: str) -> None:
    text = SHAPES[shape](LENGTH)
    assert seconds(text) < max(len(text), LENGTH) * MOST


@pytest.mark.parametrize("piece", ["[", "*", "GB/T 1.1—2020 ", "$", "!!!", "> ", "- ", "|"])
def test_a_megabyte_on_one_line_takes_a_moment(piece: str) -> None:
    assert seconds(piece * (1_000_000 // len(piece))) < 10


@pytest.mark.parametrize("marker", ["> ", "- ", "1. "])
def test_what_is_nested_too_deep_stays_as_text(marker: str) -> None:
    tokens = parse(marker * 10_000 + "最里面\n\n后文\n", "a.md").tokens
    contents = [token.content for token in tokens if token.type == "inline"]
    assert contents[0].endswith("最里面")
    assert contents[-1] == "后文"


def test_a_box_nested_too_deep_stays_as_text() -> None:
    text = "".join(" " * (4 * depth) + f"!!! note\n\n{' ' * (4 * depth + 4)}第{depth}层\n\n" for depth in range(100))
    tokens = parse(text, "a.md").tokens
    assert "第99层" in "".join(token.content for token in tokens)


def test_a_paragraph_too_long_for_markup_still_cites() -> None:
    text = "字" * MAX_PARAGRAPH + "**GB 38031—2025**"
    document = parse(text, "a.md")
    assert [citation.text for citation in outline(document).citations] == ["GB 38031—2025"]
    assert [child.type for child in document.tokens[1].children or ()] == ["text", "citation", "text"]


def test_cells_that_are_not_written_are_counted() -> None:
    table = "|a" * 100 + "|\n" + "|-" * 100 + "|\n" + "|\n" * 300
    kinds = [token.type for token in parse(table, "a.md").tokens]
    assert "table_open" not in kinds
    assert "paragraph_open" in kinds
