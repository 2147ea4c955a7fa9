"""Hostile text takes no more time than its length allows, and loses nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import pytest

from textbuild.markdown import outline, parse
from textbuild.markdown.limits import MAX_PARAGRAPH

LENGTH = 30_000
MOST = 100e-6
"""Seconds of processor time for a character: far above what a loaded machine needs, far below the square."""


REPEATED = (
    "[", "![", "[]", "[a](", "![a](", "[[a](b", "![[]()", "[a][", "[^", "^[", "[@", "[@a] ", "*", "_*", "*a **a ", "`", "` `` ",
    "<", "<a ", '<a b="', "<!--", "<!-- textbuild:", "<?", "&", "&#1;", "\\", "$", "$a", "$a$ ", "$\\$", "{", "{#a", "(", "a  \n",
    "a\n", "> a\n", "> ", "- ", "> - ", "- a\n", "- $$\n", "- a\n\n", "[a\n", "[a]: x\n", "[^1]: a\n", "a\n: b\n", "a\n:   b\n\n",
    "!!!", "!!! a\n", '=== "a"\n', "??? a\n    b\n\n", "$$\n", "$$\na\n", "# a\n", "# a {#b}\n", "a\n---\n", "表：a\n|a|\n|-|\n",
    "|", "| a | b |\n", "|a|b|\n|-|-|\n", "GB/T ", "GB/T 1.1—2020 ", "GB 1 第", "GB 1,", "ISO/IEC/", "01-", "https://a ",
    "[GB 1-2020]{.historical} ", '![a](b "c"){#a}\n\n', "中文**重要：**中文，", "- [ ] a\n", "```\n", "<div>\n\n",
    "<!-- textbuild: ignore[TB203] a -->\n", "- <!-- textbuild: ignore[TB203] a -->\n", " ", "\t", "\u3000", "\0",
)  # fmt: skip


def nested(line: Callable[[int], str]) -> Callable[[int], str]:
    """Line after line, each `line(depth)`, up to a length."""

    def text(length: int) -> str:
        lines: list[str] = []
        while length > 0:
            lines.append(line(len(lines)))
            length -= len(lines[-1])
        return "".join(lines)

    return text


SHAPES: Mapping[str, Callable[[int], str]] = {
    "brackets in brackets": lambda n: "[" * (n // 2) + "]" * (n // 2),
    "links in links": lambda n: "[" * (n // 5) + "](a)" * (n // 5),
    "images in images": lambda n: "![" * (n // 6) + "](a)" * (n // 6),
    "brackets where one is defined": lambda n: "[a]: x\n\n" + "[" * n,
    "many mentions of one definition": lambda n: "[a]: x\n\n" + "[a] " * (n // 4),
    "a long address mentioned often": lambda n: f"[a]: {'x' * (n // 2)}\n\n" + "[a] " * (n // 8),
    "footnotes": lambda n: "".join(f"[^{i}] \n\n[^{i}]: x\n\n" for i in range(n // 18)),
    "boxes in boxes": nested(lambda depth: " " * (4 * depth) + "!!! a\n"),
    "tabs in tabs": nested(lambda depth: " " * (4 * depth) + '=== "a"\n'),
    "lists in lists": nested(lambda depth: " " * (2 * depth) + "- a\n"),
    "quotations in quotations": nested(lambda depth: ">" * depth + " a\n"),
    "quotations in one line": lambda n: ">" * n,
    "lazy lines of a deep quotation": lambda n: "> " * 100 + "a\n" + "b\n" * (n // 2),
    "runs of backticks": nested(lambda depth: "`" * depth + " "),
    "a wide table of empty rows": lambda n: "|a" * (n // 8) + "\n" + "|-" * (n // 8) + "\n" + "|b\n" * (n // 6),
    "wide tables of empty rows": lambda n: ("|a" * 99 + "|\n" + "|-" * 99 + "|\n" + "|\n" * 300 + "\n") * (n // 1000),
    "a row of escaped bars": lambda n: "|a|\n|-|\n|" + "\\|" * (n // 2),
    "entities in a run": lambda n: "GB 1-2020 " + "&amp;" * (n // 5),
    "a long caption": lambda n: '![a](b "' + '\\"' * (n // 2) + '")',
    "a long address": lambda n: "[a](http://" + "中." * (n // 2) + ")",
    "front matter without end": lambda n: "---\n" + "a\n" * (n // 2),
    "a long line of dashes": lambda n: "---\n" + "-" * n,
    "a long heading": lambda n: "# a" + " #" * (n // 2),
    "spaces": lambda n: "a" + " " * n + "\nb",
    "lines to highlight": lambda n: '``` a hl_lines="' + "1-999999 " * 50 + '"\n' + "a\n" * (n // 2),
}


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
