"""The words of inline tokens without markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

# Between two of these a line break in the source is no space: 中文 is written without.
_CJK = re.compile(r"[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6“”‘’—…]")


def plain_text(tokens: Sequence[Token]) -> str:
    """The words of inline tokens; images give their alternative text."""
    parts: list[str] = []
    joint = -1
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            joint = len(parts)
            parts.append(" ")
            continue
        word = plain_text(token.children or ()) if token.type == "image" else _word(token)
        if not word:
            continue
        if 0 < joint == len(parts) - 1 and _CJK.match(word) and _CJK.match(parts[joint - 1][-1]):
            parts.pop()
        parts.append(word)
    return "".join(parts).strip()


def _word(token: Token) -> str:
    return "" if token.type == "html_inline" else token.content
