"""Answers to choose from: a list whose items begin with their letters needs no bullets beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

_LETTER = re.compile(r"([A-H])[.．、]\s*\S")


def is_choices(tokens: Sequence[Token], index: int) -> bool:
    """Whether the items of the bullet list that opens at `index` begin with `A.`, `B.` and so on, in order."""
    letters = []
    for at in range(index + 1, len(tokens)):
        token = tokens[at]
        if token.type == "bullet_list_close" and token.level == tokens[index].level:
            break
        if token.type == "list_item_open" and token.level == tokens[index].level + 1:
            letters.append(_letter(tokens[at + 1 : at + 3]))
    return len(letters) > 1 and letters == list("ABCDEFGH"[: len(letters)])


def _letter(tokens: Sequence[Token]) -> str | None:
    """The letter that an item with these first tokens begins with."""
    first = next((token.content for token in tokens if token.type == "inline"), "")
    found = _LETTER.match(first)
    return found[1] if found else None
