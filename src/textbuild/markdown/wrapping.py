"""Wraps rules that are there already, so that their tokens keep their places or their reach is bounded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline


def replace_block(md: MarkdownIt, name: str, wrap: Callable[[RuleFuncBlockType], RuleFuncBlockType]) -> None:
    """Puts `wrap(rule)` in the place of a block rule. It goes on to end the blocks that it ended."""
    rule = next(rule for rule in md.block.ruler.__rules__ if rule.name == name)
    md.block.ruler.at(name, wrap(rule.fn), {"alt": rule.alt})


def replace_inline(md: MarkdownIt, name: str, wrap: Callable[[RuleFuncInlineType], RuleFuncInlineType]) -> None:
    """Puts `wrap(rule)` in the place of an inline rule."""
    rule = next(rule for rule in md.inline.ruler.__rules__ if rule.name == name)
    md.inline.ruler.at(name, wrap(rule.fn))


def wrap_block(md: MarkdownIt, name: str, after: Callable[[StateBlock, int], None]) -> None:
    """Has `after(state, first)` called when the block rule made tokens; `first` is the index of the first of them."""
    replace_block(md, name, partial(_wrapped, after=after))


def place_inline(md: MarkdownIt, name: str, marker: str) -> None:
    """Has the first token of an inline rule keep where its markup stands: `meta["place"]`, offsets in inline text.

    `marker` is the character that the rule begins with.
    """
    replace_inline(md, name, partial(_placed, marker=marker))


def _wrapped(rule: RuleFuncBlockType, after: Callable[[StateBlock, int], None]) -> RuleFuncBlockType:
    def wrapped(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        if not silent:
            after(state, first)
        return True

    return wrapped


def _placed(rule: RuleFuncInlineType, marker: str) -> RuleFuncInlineType:
    def placed(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if state.src[start] != marker:
            return False
        if silent:
            return rule(state, True)
        first = len(state.tokens) + bool(state.pending)
        if not rule(state, False):
            return False
        if len(state.tokens) > first:
            state.tokens[first].meta["place"] = (start, state.pos)
        return True

    return placed
