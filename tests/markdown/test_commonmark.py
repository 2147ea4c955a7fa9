"""CommonMark's own examples, as rendered by markdown-it's HTML renderer from the dialect's tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from textbuild.markdown.dialect import build
from textbuild.markdown.plain_text import plain_text
from textbuild.markdown.source import Source

SPEC = Path(__file__).parents[2] / "node_modules" / "commonmark-spec" / "spec.txt"
"""The npm package `commonmark-spec`, a development dependency."""

DIFFERENT = {
    96: "two lines of `---` at the beginning of a file hold its front matter",
    98: "two lines of `---` at the beginning of a file hold its front matter",
}
"""Number of an example → why the dialect reads it otherwise on purpose."""

_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)


def examples() -> list[tuple[int, str, str]]:
    if not SPEC.exists():
        return []
    found = _EXAMPLE.findall(SPEC.read_text(encoding="utf-8").replace("→", "\t"))
    return [(number, source, html) for number, (source, html) in enumerate(found, 1)]


@pytest.fixture(scope="module")
def md() -> MarkdownIt:
    md = build()
    md.add_render_rule("figure", _figure)
    return md


def _figure(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """A figure as CommonMark has it: an image in a paragraph."""
    meta = tokens[index].meta
    title = f' title="{escapeHtml(plain_text(meta["caption"]))}"' if meta["caption"] else ""
    return f'<p><img src="{escapeHtml(meta["src"])}" alt="{escapeHtml(meta["alt"])}"{title} /></p>\n'


def html_of(source: str, md: MarkdownIt) -> str:
    env: dict[str, Any] = {"source": Source("a.md", source)}
    tokens = md.parse(source, env)
    for token in tokens:
        if token.type == "heading_open":
            del token.attrs["id"]  # CommonMark's headings have none
    html: str = md.renderer.render(tokens, md.options, env)
    return html.replace("<blockquote></blockquote>", "<blockquote>\n</blockquote>")  # the renderer's own habit


@pytest.mark.skipif(not SPEC.exists(), reason="the npm package commonmark-spec is not installed")
def test_the_specification_is_whole() -> None:
    assert len(examples()) == 652


@pytest.mark.parametrize(
    ("number", "source", "html"), examples(), ids=lambda value: str(value) if isinstance(value, int) else ""
)
def test_example(number: int, source: str, html: str, md: MarkdownIt) -> None:
    if number in DIFFERENT:
        assert html_of(source, md) != html, f"example {number} is no longer different: {DIFFERENT[number]}"
    else:
        assert html_of(source, md) == html
