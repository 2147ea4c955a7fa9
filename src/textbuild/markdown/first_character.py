"""Spares markdown-it's rules the lines that can not be theirs: most lines begin with a word, and no block does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock

from textbuild.markdown.wrapping import replace_block

_BEGINNINGS: Mapping[str, str] = MappingProxyType(
    {
        "fence": "`~",
        "blockquote": ">",
        "hr": "*-_",
        "list": "*-+0123456789",
        "reference": "[",
        "footnote_def": "[",
        "html_block": "<",
        "heading": "#",
    }
)


def install(md: MarkdownIt) -> None:
    """To be installed after all that wraps these rules."""
    for name, characters in _BEGINNINGS.items():
        replace_block(md, name, partial(_beginning, characters=tuple(characters)))
    replace_block(md, "table", _underlined)


def _beginning(rule: RuleFuncBlockType, characters: tuple[str, ...]) -> RuleFuncBlockType:
    def beginning(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        begin = state.bMarks[start] + state.tShift[start]
        return state.src.startswith(characters, begin) and rule(state, start, end, silent)

    return beginning


def _underlined(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    """A table's second line is made of `|`, `-` and `:`."""

    def underlined(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        begin = state.bMarks[start + 1] + state.tShift[start + 1]
        return state.src.startswith(("|", "-", ":"), begin) and rule(state, start, end, silent)

    return underlined
