"""An edition's titles with their languages: records of foreign standards have English ones in both fields."""

from __future__ import annotations

import re

from textbuild.link.registry import EditionEntry

_CHINESE = re.compile(r"[\u3400-\u9fff]")


def titles(entry: EditionEntry) -> dict[str, str]:
    """Language (`zh`, `en`) → title; the one that is the edition's own comes first."""
    found: dict[str, str] = {}
    for title in (entry.title, entry.standard.value.title_en):
        if title:
            found.setdefault("zh" if _CHINESE.search(title) else "en", title)
    return found
