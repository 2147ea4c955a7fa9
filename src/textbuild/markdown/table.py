"""Tables: where each cell stands, and the caption in a line of its own before the table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from textbuild.markdown.attributes import attributes_behind
from textbuild.markdown.source import InlineMap, map_line
from textbuild.markdown.wrapping import replace_block, wrap_block

MAX_MISSING_CELLS = 20_000
"""Cells of one file that rows shorter than their table's head may leave out; with more, no table is read any more."""

_CAPTION = re.compile(r"(?:表|Table)[ \t]*+[：:][ \t\u3000]*+")
_PIPE = re.compile(r"\\?\|")


def install(md: MarkdownIt) -> None:
    md.enable("table")
    replace_block(md, "table", _bounded)
    wrap_block(md, "table", _map_cells)
    md.core.ruler.before("inline", "table_captions", _take_captions)


def _bounded(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    """Refuses tables of which most is empty: `|` alone is a row of as many cells as the head has."""

    def bounded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if state.env.get("missing_cells", 0) > MAX_MISSING_CELLS or not rule(state, start, end, True):
            return False
        if silent:
            return True
        missing = state.env.get("missing_cells", 0) + _missing_cells(state, start, end)
        state.env["missing_cells"] = missing
        return missing <= MAX_MISSING_CELLS and rule(state, start, end, False)

    return bounded


def _missing_cells(state: StateBlock, start: int, end: int) -> int:
    """At least so many cells are not written. The bars at both ends of a row may be left out."""
    bars = state.src.count("|", state.bMarks[start], state.eMarks[start]) - 2
    missing, line = 0, start + 2
    while line < end and not state.isEmpty(line):
        missing += max(bars - state.src.count("|", state.bMarks[line], state.eMarks[line]), 0)
        line += 1
    return missing


def _map_cells(state: StateBlock, first: int) -> None:
    cells: Iterator[InlineMap] = iter(())
    for token in state.tokens[first:]:
        if token.type == "tr_open":
            assert token.map is not None
            line = token.map[0]
            begin = state.bMarks[line] + state.tShift[line]
            cells = _cells(state.src[begin : state.eMarks[line]], begin)
        elif token.type == "inline":
            token.meta["map"] = next(cells, None) or map_line(state.eMarks[line])


def _cells(row: str, offset: int) -> Iterator[InlineMap]:
    """Maps of the cells of one row, whose first character stands at `offset` in the file."""
    offset += len(row) - len(row.lstrip(MD_TRIM_CHARS))
    row = row.strip(MD_TRIM_CHARS)
    start = 1 if row.startswith("|") else 0
    escapes: list[int] = []
    for pipe in _PIPE.finditer(row, start):
        if pipe[0] == "|":
            yield _cell(row, start, pipe.start(), escapes, offset)
            start, escapes = pipe.end(), []
        else:
            escapes.append(pipe.start())
    if start < len(row):
        yield _cell(row, start, len(row), escapes, offset)


def _cell(row: str, start: int, end: int, escapes: list[int], offset: int) -> InlineMap:
    """In the cell's text the backslash of each `\\|` is gone."""
    start += len(row[start:end]) - len(row[start:end].lstrip(MD_TRIM_CHARS))
    inline, file = [0], [offset + start]
    for removed, escape in enumerate(escapes):
        inline.append(escape - start - removed)
        file.append(offset + escape + 1)
    return InlineMap(tuple(inline), tuple(file))


def _take_captions(state: StateCore) -> None:
    """Moves `表：…` from the paragraph before a table into the table."""
    kept: list[Token] = []
    for token in state.tokens:
        if token.type == "table_open" and (caption := _caption(kept, token)):
            paragraph = kept[-3]
            del kept[-3:]
            _put(token, caption)
            if token.map and paragraph.map:
                token.map = [paragraph.map[0], token.map[1]]
        kept.append(token)
    state.tokens = kept


def _caption(before: list[Token], table: Token) -> Token | None:
    """The inline token of the paragraph before the table if it is a caption."""
    if len(before) < 3 or before[-1].type != "paragraph_close" or before[-3].level != table.level:
        return None
    inline = before[-2]
    return inline if "\n" not in inline.content and _CAPTION.match(inline.content) else None


def _put(table: Token, inline: Token) -> None:
    prefix = _CAPTION.match(inline.content)
    assert prefix is not None
    places: InlineMap = inline.meta["map"]
    table.meta["extent"] = places.extent(0, len(inline.content))
    content = inline.content
    if found := attributes_behind(content):
        found.put_on(table)
        content = content[: found.start].rstrip(" \t")
        if found.id:
            table.meta["id_extent"] = places.extent(found.id_start, found.id_start + len(found.id))
    inline.content = content[prefix.end() :]
    inline.meta["map"] = places.without(prefix.end())
    table.meta["caption"] = inline
