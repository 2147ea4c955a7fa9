"""Whatever the text: reading it raises nothing, and every Span cuts out exactly the text it names."""

from __future__ import annotations

import itertools
import os
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textbuild.markdown import Document, Outline, outline, parse
from textbuild.model.span import Span
from textbuild.model.standard_number import find_all

CI = bool(os.environ.get("CI"))
"""There the same texts are tried each time, so that a change is judged by itself."""

INLINE = (
    "GB 1#—2025", "GB/T 1#.2—2023 第 5.1 条", "《GB 1#》", "ＧＢ 1#－2020", "GB&nbsp;1#", "GB 1#\\-2020", "[@GB 1#-2025, 5.2]",
    "[GB 1#—2020]{.historical}", "[《GB 1#》（旧）]{ .historical }", "[@fig-#]", "[@job:ev#A1]", "[@表-#]", "`GB 1#`",
    "[GB 1#](a#.md)", "[文 *字*](图#.md 'x')", "[字][ref]", "[ref]", "![图][ref]", "![图 GB 1#](b#.svg)", '![图 [@fig-#]](b#.svg "题 GB 1#")',
    '![图](c.svg "题 \\"GB 1#\\" *x*"){#id-# .wide}', "[字](a.md){#in-#}", "<https://x.cn/GB1#>", "<a id=h-#>", "</a>", '<b id="i-#">',
    "<!-- GB 1# -->", "$x_#$", "$5 和 $6", "**", "*", "_", "**注意：**", "[^1]", "[^2]", "\\|", "|", "\\*", "&amp;", "[", "]", "(", ")",
    "{#x-#}", "{.y}", "`", "字", "字字", " ", "  ", "\t", "\u3000", "a", "1", ":", "!", "\\", "\u2028", "\x0b", "x\0y", "🙂", "[ ] ",
)  # fmt: skip
LINE_START = (
    "", "", "", "", "> ", ">", "- ", "  ", "    ", "\t", "1. ", "   ", "# ", "## ", "#### ", "|", "!!! danger ", '!!! note "', '??? tip "', '=== "',
    ":   ", "[^1]: ", "[^2]: ", "[ref]: ", "$$", "表：", "Table: ", "<div>", "<div id='d-#'>", "```python title=\"a\"", "```", "- [ ] ", "- [x] ",
    "<!-- textbuild: ignore[TB203] ", "---", "===", "***",
)  # fmt: skip
LINE_END = (
    "",
    "",
    "",
    "\n",
    "  ",
    "\\",
    '"',
    "$$",
    " {#e-#}",
    " {#t-# .c}",
    "|",
    " #",
    " -->",
    "\n|-|-|",
    "\n|-|",
    "\n===",
    "\n---",
    "\n:   ",
)


def _line(parts: tuple[list[str], list[str], str]) -> str:
    starts, pieces, end = parts
    return "".join(starts) + "".join(pieces) + end


LINES = st.tuples(
    st.lists(st.sampled_from(LINE_START), max_size=4), st.lists(st.sampled_from(INLINE), max_size=5), st.sampled_from(LINE_END)
).map(_line)  # fmt: skip
TEXTS = st.lists(LINES, max_size=14).map("\n".join)


def numbered(text: str) -> str:
    """Each `#` that stands for a number becomes another one, so that no two mentions are alike."""
    count = itertools.count(100)
    parts = text.split("\0")
    return "\0".join(_numbered(part, count) for part in parts)


def _numbered(text: str, count: itertools.count[int]) -> str:
    for before in ("1#", "-#", "a#", "b#", "图#", "_#"):
        pieces = text.split(before)
        text = "".join(itertools.chain(*((piece, f"{before[0]}{next(count)}") for piece in pieces[:-1]), pieces[-1:]))
    return text


def read(text: str) -> tuple[Document, Outline]:
    document = parse(text, "a.md")
    return document, outline(document)


@settings(derandomize=CI)
@given(st.text(st.characters(), max_size=300))
def test_no_text_raises(text: str) -> None:
    read(text)


@settings(derandomize=CI)
@given(st.text("[]()!*_`<>#-=|:{}.^@\"'\\~$ \t\n\r&;123aGB字：", max_size=200))
def test_no_markup_raises(text: str) -> None:
    document, found = read(text)
    check_all(document, found)


@settings(max_examples=1000, deadline=None, derandomize=CI)
@given(TEXTS)
def test_spans_cut_what_they_name(text: str) -> None:
    document, found = read(numbered(text))
    check_all(document, found)


@settings(max_examples=300, deadline=None, derandomize=CI)
@given(TEXTS)
def test_tokens_are_paired(text: str) -> None:
    document, _ = read(text)
    check_pairs([token.type for token in document.tokens])
    for token in document.tokens:
        check_pairs([child.type for child in token.children or ()])
        assert not token.map or 0 <= token.map[0] <= token.map[1] <= document.text.count("\n") + 1


@pytest.mark.parametrize("text", ["\ud800", "[a](\udfff)", "<http://\ud800>", "# \ud800 {#\ud800}", "$\ud800$"])
def test_half_a_character_raises_nothing(text: str) -> None:
    check_all(*read(text))


def check_all(document: Document, found: Outline) -> None:
    def cut(span: Span) -> str:
        return span.cut(document.text)

    for citation in found.citations:
        assert cut(citation.span) == citation.text
        words = citation.text.replace("&nbsp;", "\u00a0").replace("&amp;", "&").replace("\\", "").removeprefix("[@")
        assert find_all(words)[0].number == citation.number
    for reference in found.references:
        assert cut(reference.span) == f"[@{reference.target}]"
    for heading in found.headings:
        check_words(cut(heading.span), heading.text)
    for anchor in found.anchors:
        if anchor.kind != "heading" or cut(anchor.span) not in [cut(heading.span) for heading in found.headings]:
            assert cut(anchor.span) == anchor.id
    for link in found.links:
        check_link(cut(link.span), link.kind)
        check_words(cut(link.span), link.alt)
    for raw in found.html:
        check_lines(cut(raw.span), raw.html)
    for suppression in found.suppressions:
        assert cut(suppression.span).startswith("<!--")
        assert cut(suppression.span).endswith("-->")
        assert 1 <= suppression.lines[0] <= suppression.lines[1] <= document.text.count("\n") + 1
    check_apart([*(one.span for one in found.citations), *(one.span for one in found.references)])


def check_words(source: str, words: str) -> None:
    """The letters of the words stand in the source in this order; markup and marks of lines stand between them."""
    rest = iter(source.replace("\0", "\ufffd"))
    for letter in words:
        if letter.isalnum():
            assert letter in rest


def check_link(source: str, kind: str) -> None:
    if kind == "image":
        assert source.startswith("![")
    assert source[0] + source[-1] in ("[)", "[]", "<>", "!)", "!]")


def check_lines(source: str, html: str) -> None:
    """Line by line the end of the source: what marks the line as quoted stands before it."""
    lines = source.replace("\0", "\ufffd").split("\n")
    assert len(lines) == len(html.split("\n"))
    for line, part in zip(lines, html.split("\n"), strict=True):
        assert line.rstrip(" \t").endswith(part.strip(" \t"))


def check_apart(spans: Sequence[Span]) -> None:
    ordered = sorted(spans)
    for one, other in itertools.pairwise(ordered):
        assert (one.end_line, one.end_column) <= (other.line, other.column)


def check_pairs(types: Sequence[str]) -> None:
    stack = []
    for name in types:
        if name.endswith("_open"):
            stack.append(name.removesuffix("_open"))
        elif name.endswith("_close"):
            assert stack.pop() == name.removesuffix("_close")
    assert not stack
