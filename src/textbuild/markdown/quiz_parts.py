"""What of a question's tokens is stem, answers and explanation, told from what the box holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from textbuild.markdown.inline_text import inline_text
from textbuild.model.quantity import quantity
from textbuild.model.quiz import QuestionKind

Range = tuple[int, int]
"""Indices of tokens, counted from the token that opens the question; the end is exclusive."""

_EXPLANATION = re.compile(r"解析[ \t]*[：:]")
_TRUTH = frozenset("对错")


@dataclass(frozen=True, slots=True)
class Item:
    """One answer of a list, or one cell: its first line, and the reason on the lines after that."""

    text: tuple[Token, ...]
    """Inline tokens."""
    reason: tuple[Token, ...]
    """Inline tokens: the rest of the first paragraph."""
    more: Range
    """The blocks after the first paragraph."""
    inline: int
    """Index of the token that holds the text."""
    right: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    kind: QuestionKind | None
    end: int
    """Index of the closing token."""
    stem: tuple[Range, ...]
    """All blocks but the answers that stand before the explanation."""
    items: tuple[Item, ...] = ()
    """Of a list of choices or steps."""
    rows: tuple[tuple[Item, Item], ...] = ()
    """Of a table to match, without its head."""
    heads: tuple[Item, ...] = ()
    """The table's head."""
    explanation: Range | None = None
    mixed: int | None = None
    """Index of a block that is of another kind than the answers, or stands behind them."""


def parts_of(tokens: Sequence[Token], index: int) -> Parts:
    """Reads the box that opens at `index`."""
    blocks = list(_blocks(tokens, index))
    end = blocks[-1][1] if blocks else 1
    first = next((i for i, (start, _) in enumerate(blocks) if _is_explanation(tokens, index + start)), len(blocks))
    explanation = (blocks[first][0], end) if first < len(blocks) else None
    asked = blocks[:first]
    boxes = [one for one in asked if _is_choices(tokens, index, one)]
    blanks = [one for one in asked if _has_blank(tokens, index, one)]
    steps = [one for one in asked if tokens[index + one[0]].type == "ordered_list_open"]
    tables = [one for one in asked if _columns(tokens, index, one) == 2]
    answers = next((found[-1] for found in (boxes, steps, tables) if found), None) if boxes or not blanks else None
    mixed = _mixed(boxes, blanks, answers, asked)
    if answers is None:
        kind = _kind_of_blanks(tokens, index, blanks) if blanks else None
        return Parts(kind, end, tuple(asked), explanation=explanation, mixed=mixed)
    stem = tuple(one for one in asked if one != answers)
    if answers in tables:
        heads, *rows = _rows(tokens, index, answers)
        return Parts("match", end, stem, (), tuple(rows), heads, explanation, mixed)
    items = tuple(_items(tokens, index, answers))
    kind = _kind_of_choices(items) if boxes else "order"
    return Parts(kind, end, stem, items, explanation=explanation, mixed=mixed)


def _blocks(tokens: Sequence[Token], index: int) -> Iterator[Range]:
    """The blocks right below the one that opens at `index`."""
    level, start = tokens[index].level + 1, 0
    for at in range(index + 1, len(tokens)):
        token = tokens[at]
        if token.level < level:
            return
        if token.level == level:
            if token.nesting == 1:
                start = at - index
            elif token.nesting == -1:
                yield start, at - index + 1
            else:
                yield at - index, at - index + 1


def _is_explanation(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].type == "paragraph_open" and _EXPLANATION.match(tokens[at + 1].content) is not None


def _mixed(boxes: list[Range], blanks: list[Range], answers: Range | None, asked: list[Range]) -> int | None:
    """Two lists of boxes, boxes and blanks, or blocks behind the answers."""
    others = boxes[:-1] + (blanks if boxes else [])
    behind = asked[asked.index(answers) + 1 :] if answers else []
    return min((start for start, _ in others + behind), default=None)


def _is_choices(tokens: Sequence[Token], index: int, block: Range) -> bool:
    """A list of which at least one item has a box."""
    if tokens[index + block[0]].type != "bullet_list_open":
        return False
    return any(_is_boxed(tokens[index + at]) for at in _item_texts(tokens, index, block))


def _is_boxed(inline: Token) -> bool:
    return bool(inline.children) and inline.children[0].type == "task_item"  # type: ignore[index]


def _has_blank(tokens: Sequence[Token], index: int, block: Range) -> bool:
    texts = (inline_text(token) for token in tokens[index + block[0] : index + block[1]])
    return any(child.type == "blank" for text in texts if text for child in text.children)


def _kind_of_blanks(tokens: Sequence[Token], index: int, blocks: list[Range]) -> QuestionKind:
    texts = (inline_text(token) for start, end in blocks for token in tokens[index + start : index + end])
    written = [child.meta["written"] for text in texts if text for child in text.children if child.type == "blank"]
    return "calculation" if all(map(quantity, written)) else "fill"


def _kind_of_choices(items: tuple[Item, ...]) -> QuestionKind:
    words = ["".join(token.content for token in item.text).strip() for item in items]
    if len(words) == 2 and set(words) == _TRUTH:
        return "truth"
    return "multiple" if sum(item.right for item in items) > 1 else "single"


def _item_texts(tokens: Sequence[Token], index: int, block: Range) -> Iterator[int]:
    """Where the first paragraph of each item of a list has its text, as an index from the question's opening."""
    level = tokens[index + block[0]].level + 1
    for at in range(index + block[0], index + block[1]):
        if tokens[at].type == "list_item_open" and tokens[at].level == level and tokens[at + 2].type == "inline":
            yield at + 2 - index


def _items(tokens: Sequence[Token], index: int, block: Range) -> Iterator[Item]:
    level = tokens[index + block[0]].level + 1
    for at in _item_texts(tokens, index, block):
        end = at
        while tokens[index + end].type != "list_item_close" or tokens[index + end].level != level:
            end += 1
        children = tuple(tokens[index + at].children or ())
        right = bool(children) and children[0].type == "task_item" and bool(children[0].meta["checked"])
        text, reason = _first_line(children)
        yield Item(text, reason, (at + 2, end), at, right)


def _first_line(children: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Divided at the first line break that is in no emphasis or link; without the box."""
    begin = 1 if children and children[0].type == "task_item" else 0
    depth = 0
    for at, token in enumerate(children):
        depth += token.nesting
        if token.type in ("softbreak", "hardbreak") and depth == 0:
            return children[begin:at], children[at + 1 :]
    return children[begin:], ()


def _columns(tokens: Sequence[Token], index: int, block: Range) -> int:
    if tokens[index + block[0]].type != "table_open":
        return 0
    return sum(token.type == "th_open" for token in tokens[index + block[0] : index + block[1]])


def _rows(tokens: Sequence[Token], index: int, block: Range) -> Iterator[tuple[Item, Item]]:
    """The head, and the rows."""
    cells = [at for at in range(*block) if tokens[index + at - 1].type in ("th_open", "td_open")]
    items = [Item(tuple(tokens[index + at].children or ()), (), (at, at), at) for at in cells]
    yield from zip(items[::2], items[1::2], strict=True)
