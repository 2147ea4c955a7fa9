"""Whatever an author writes is rendered, and nothing in the result acts."""

from __future__ import annotations

import tempfile
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.sample import rendered
from textbuild.render import Medium

PIECES = (
    "# ", "## ", "- ", "1. ", "> ", "    ", "\n", "\n\n", "| a | b |\n|---|---|\n| c | d |\n", "表：题 {#tbl-a}\n\n",
    '!!! danger "题"\n    ', '??? success "答"\n    ', '=== "甲"\n    ', "```python\n", "```\n", "```mermaid\nflowchart LR\nA-->B\n```\n",
    "$x$", "$\\frac{", "$$\ny\n$$ {#eq-a}\n", "![a](a.svg '题'){#fig-a}", "![a](../../../x.png)", "[@fig-a]", "[@job:assembler#A1]",
    "GB 38031—2025", "[GB 38031—2020]{.historical}", "[^1]", "\n[^1]: 注\n", "- [ ] ", "词\n:   解", "{#x .y onclick='z()'}",
    "<b>", "</b>", "<div>\n\n", "\n\n</div>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:x'>",
    "<svg onload=x>", "<iframe src=//e.org>", "<!-- textbuild: ignore[TB203] x -->\n", "<!--", "-->", "&lt;", "[链](javascript:alert(1))",
    "[链](1-2.md)", "**", "*", "_", "`", "\\", "文字", "text", "\ud7ff", "<style>p{}</style>", "<p style='x:y'>", "\"", "'",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
FORBIDDEN = {"script", "iframe", "object", "embed", "style", "form", "link", "meta", "base"}


class Watch(HTMLParser):
    """Notes elements and attributes that could act."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN:
            self.found.append(tag)
        for name, value in attrs:
            active = name.startswith("on") or (name in ("href", "src") and "javascript:" in (value or ""))
            if active or name == "style":
                self.found.append(f"{tag} {name}={value}")


@given(TEXTS, st.sampled_from(["site", "print", "epub"]))
@settings(max_examples=150, deadline=None)
def test_any_text_is_rendered_and_nothing_in_it_acts(text: str, medium: Medium) -> None:
    with tempfile.TemporaryDirectory() as folder:
        html = rendered(Path(folder), text, medium).html
    watch = Watch()
    watch.feed(html)
    assert watch.found == []
