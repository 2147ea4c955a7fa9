"""Task lists: `- [ ] …` and `- [x] …`."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_BOX = re.compile(r"\[([ xX])\][ \t]")


def install(md: MarkdownIt) -> None:
    md.core.ruler.before("footnote_tail", "task_items", _make_items)


def _make_items(state: StateCore) -> None:
    tokens = state.tokens
    for index in range(2, len(tokens)):
        inline = tokens[index]
        if inline.type == "inline" and tokens[index - 2].type == "list_item_open":
            _make_item(inline)


def _make_item(inline: Token) -> None:
    box = _BOX.match(inline.content)
    children = inline.children or []
    if box is None or not children or children[0].type != "text" or not children[0].content.startswith(box[0]):
        return
    children[0].content = children[0].content[4:]
    children.insert(0, Token("task_item", "", 0, meta={"checked": box[1] != " ", "place": (0, 4)}))
