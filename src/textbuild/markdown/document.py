"""A module's text and the tokens read from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from textbuild.markdown.dialect import parser
from textbuild.markdown.source import Source


@dataclass(frozen=True, slots=True)
class Document:
    """One Markdown file, parsed. `token.map` counts the lines of the whole file from 0."""

    path: str
    """Relative to the library's root, with `/`."""
    text: str
    """The whole file, line ends as `\\n`, without byte order mark."""
    front: str | None
    """The YAML between the two lines of `---`; None where the file has no front matter."""
    front_line: int
    """The line (from 1) on which the front matter's YAML begins."""
    tokens: tuple[Token, ...]
    """Block tokens; those of type `inline` have children."""


def parse(text: str, path: str) -> Document:
    """Reads a module. Any text is Markdown: nothing is raised, and the time it takes grows with its length only."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    env: dict[str, Any] = {"source": Source(path, text)}
    tokens = parser().parse(text, env)
    return Document(path, text, env.get("front"), 2, tuple(tokens))
