"""`<!-- textbuild: ignore[TB203] reason -->` in a block of its own: silences findings in the next block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# possessive quantifiers of groups lose their captures in Python 3.11.0 to 3.11.4, which Debian 12 has: none is used
_COMMENT = re.compile(r"\s*<!--\s*+textbuild:(?P<order>(?:[^-]|-(?!->))*)-->\s*", re.DOTALL)
_ORDER = re.compile(r"\s*ignore\s*\[(?P<codes>[^\]]*+)\](?P<reason>.*)", re.DOTALL)


def install(md: MarkdownIt) -> None:
    md.core.ruler.before("footnote_tail", "suppressions", _make_suppressions)


def _make_suppressions(state: StateCore) -> None:
    """Goes from the end, so that the next block is known. What is no valid order has no codes."""
    following: dict[int, tuple[int, int]] = {}
    for index in range(len(state.tokens) - 1, -1, -1):
        token = state.tokens[index]
        comment = _COMMENT.fullmatch(token.content) if token.type == "html_block" else None
        if comment is not None:
            _change(token, comment["order"], following.get(token.level))
            start, end = token.meta["extent"]
            token.meta["extent"] = start, state.src.rindex("-->", start, end) + 3
        elif token.nesting == -1:
            following.pop(token.level + 1, None)  # what follows within the block that ends here
        elif token.map:
            following[token.level] = (token.map[0] + 1, _last_line(state.tokens, token))


def _change(token: Token, order: str, lines: tuple[int, int] | None) -> None:
    assert token.map is not None
    found = _ORDER.fullmatch(order)
    codes = found["codes"].replace("，", ",").split(",") if found else []
    token.type = "suppression"
    token.meta |= {
        "codes": tuple(code.strip() for code in codes if code.strip()),
        "reason": (found["reason"] if found else order).strip(),
        "lines": lines or (token.map[0] + 1, token.map[1]),
    }


def _last_line(tokens: Sequence[Token], token: Token) -> int:
    assert token.map is not None
    return max(token.map[1], token.map[0] + 1)
