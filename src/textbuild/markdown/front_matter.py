"""Front matter: the YAML between two lines of `---` at the file's very beginning."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock


def install(md: MarkdownIt) -> None:
    md.block.ruler.before("table", "front_matter", _front_matter)


def _front_matter(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Keeps the YAML as `env["front"]` and makes no token. Without a closing line there is no front matter."""
    if start or silent or state.level or _line(state, 0) != "---":
        return False
    for line in range(1, end):
        if _line(state, line) == "---":
            state.env["front"] = state.src[state.eMarks[0] + 1 : state.bMarks[line]]
            state.line = line + 1
            return True
    return False


def _line(state: StateBlock, line: int) -> str:
    begin, end = state.bMarks[line], state.eMarks[line]
    # a file may have very long lines, and none of them closes the front matter
    return state.src[begin : min(end, begin + 100)].rstrip() if end - begin < 100 else ""
