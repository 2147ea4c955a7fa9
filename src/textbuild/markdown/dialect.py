"""The dialect: CommonMark, tables, and the constructs of textbuild, in the order in which they are installed."""

from __future__ import annotations

from functools import cache
from types import ModuleType

from markdown_it import MarkdownIt

from textbuild.markdown import (
    admonition,
    attributes,
    citation,
    definition_list,
    emphasis,
    equation,
    fence,
    figure,
    first_character,
    footnote,
    front_matter,
    heading,
    html,
    inline_text,
    limits,
    link,
    quiz,
    reference,
    suppression,
    table,
    tabs,
    task_list,
    workshop,
)

CONSTRUCTS: tuple[ModuleType, ...] = (
    front_matter,
    footnote,  # first of those that work on all tokens: it moves the notes to the end
    inline_text,
    heading,
    table,
    definition_list,
    admonition,
    tabs,
    fence,
    equation,
    html,
    emphasis,
    link,
    reference,
    attributes,
    figure,
    task_list,
    suppression,
    citation,
    workshop,  # after citation, which finds what it looks for
    limits,  # last but one: it bounds the others
    first_character,
    quiz,  # reads what all the others made
)
"""Each has `install(md: MarkdownIt) -> None`."""


@cache
def parser() -> MarkdownIt:
    """The one parser of the process."""
    return build()


def build() -> MarkdownIt:
    """A new parser. It needs a `source.Source` as `env["source"]`."""
    md = MarkdownIt("commonmark")
    md.inline = limits.LimitedInline()
    md.configure("commonmark", {"maxNesting": limits.MAX_NESTING})
    for construct in CONSTRUCTS:
        construct.install(md)
    return md
