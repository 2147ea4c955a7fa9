"""Texts of any length that are hard on Markdown parsers, by the piece that they repeat."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
