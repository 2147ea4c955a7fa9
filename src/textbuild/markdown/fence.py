"""Code fences: language, title, highlighted lines and line numbers from the words behind the opening fence."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock

from textbuild.markdown.wrapping import wrap_block

_OPTION = re.compile(r"([A-Za-z_][A-Za-z0-9_-]{0,60}+)=(?:\"([^\"]{0,500}+)\"|'([^']{0,500}+)'|([^\s\"'{}]{1,200}+))")
_WORD = re.compile(r"\{?[ \t]*\.?([^\s{}=]++)(?!=)")
_RANGE = re.compile(r"([0-9]{1,6})(?:[-–]([0-9]{1,6}))?")


def install(md: MarkdownIt) -> None:
    wrap_block(md, "fence", _read)


def _read(state: StateBlock, first: int) -> None:
    token = state.tokens[first]
    info = token.info.strip()
    options = {match[1]: match[2] or match[3] or match[4] or "" for match in _OPTION.finditer(info)}
    word = _WORD.match(info)
    number = options.get("linenums", "")
    token.meta = {
        "lang": unescapeAll(word[1]) if word else "",
        "title": options.get("title") or None,
        "hl_lines": _lines(options.get("hl_lines", ""), token.content.count("\n")),
        "linenums": int(number) if re.fullmatch("[0-9]{1,6}", number) else None,
    }


def _lines(text: str, count: int) -> tuple[int, ...]:
    """`1 3-5` → (1, 3, 4, 5), up to the `count` lines that there are."""
    lines: set[int] = set()
    for match in _RANGE.finditer(text):
        lines.update(range(max(int(match[1]), 1), min(int(match[2] or match[1]), count) + 1))
    return tuple(sorted(lines))
