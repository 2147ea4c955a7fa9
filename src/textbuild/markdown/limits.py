"""What keeps hostile text from costing time or depth: bounds on nesting, on paragraphs, and on looking ahead."""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from textbuild.markdown.wrapping import replace_block

MAX_LEVEL = 40
"""Containers (quotations, lists, boxes) below this level are read as text. A list and its item are two levels."""

MAX_QUOTES = 8
"""Quotations within quotations; each looks at every line of the paragraphs in it."""

MAX_NESTING = 50
"""Deeper than any container; markdown-it drops what lies deeper."""

MAX_PARAGRAPH = 100_000
"""Characters of a paragraph that is still searched for markup."""


def install(md: MarkdownIt) -> None:
    """Bounds what can contain itself. To be installed after every construct."""
    for name in ("blockquote", "list", "admonition", "tabs", "deflist", "footnote_def"):
        replace_block(md, name, _limited)
    replace_block(md, "blockquote", _counted)


def _limited(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    def limited(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return state.level < MAX_LEVEL and rule(state, start, end, silent)

    return limited


def _counted(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    def counted(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        depth = state.env.get("quotes", 0)
        if depth >= MAX_QUOTES:
            return False
        state.env["quotes"] = depth + 1
        found = rule(state, start, end, silent)
        state.env["quotes"] = depth
        return found

    return counted


class _State(StateInline):
    """Counts the steps of looking ahead, of which `[[[[…` would otherwise need very many."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.steps_left = 1_000 + len(src)


class LimitedInline(ParserInline):
    """markdown-it's inline parser, in time that grows with the text's length only."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        if len(src) > MAX_PARAGRAPH or self.terminator_re.search(src) is None:  # most table cells are mere words
            tokens.append(Token("text", "", 0, content=src))
            return tokens
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def skipToken(self, state: StateInline) -> None:  # noqa: N802  markdown-it's name
        """Steps over one token; over all the rest, so that no link is found, when too much was looked ahead already."""
        assert isinstance(state, _State)
        state.steps_left -= 1
        if state.steps_left < 0:
            state.pos = state.posMax
        else:
            super().skipToken(state)
