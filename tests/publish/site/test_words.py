"""The script of the pages uses the renderer's words for verdicts."""

from __future__ import annotations

import re

from textbuild.publish.theme import theme_path
from textbuild.render.words import words_of


def test_the_popover_names_verdicts_as_the_page_does() -> None:
    script = (theme_path() / "site" / "assets" / "textbuild.js").read_text("utf-8")
    named = dict(re.findall(r"^    (\w+): \"(.+)\",$", script, re.MULTILINE))
    words = words_of("zh")
    assert named == {**words.verdicts, "unknown": words.unknown}
