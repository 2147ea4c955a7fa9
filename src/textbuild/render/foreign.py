"""Titles in another language are marked, so that a screen reader changes its voice for them."""

from __future__ import annotations

import re
from html import escape

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_WORDS = re.compile(r"[A-Za-z]{3,}")


def tagged(title: str) -> str:
    """HTML of a standard's title. One without any Chinese character is English: all registers that we read are."""
    text = escape(title, quote=False)
    return f'<span lang="en">{text}</span>' if _WORDS.search(title) and not _CHINESE.search(title) else text
