"""Addresses of other hosts that a browser would fetch by itself while it shows a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

_LOADING = {"src", "srcset", "poster", "data", "background", "action", "formaction"}
_RELATIONS = {"stylesheet", "preload", "icon", "modulepreload", "preconnect", "dns-prefetch", "prefetch", "manifest"}
_SEARCH_PART = "tbSearch.part("
"""How a part of the search index begins: it is a script that holds the text, and no program."""
_CSS = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
_NAMES = r"www\.w3\.org/|adlnet\.gov/expapi/|[\w.-]+\.invalid/"
"""Not addresses but names: of XML's vocabularies, of xAPI's verbs and activities, of what no host ever serves."""
_SCRIPT = re.compile(rf"""["'`]((?:https?:)?//(?!{_NAMES})[\w.-]+\.[a-z]{{2,}}[^"'`]*)["'`]""")


def offline_faults(files: Sequence[Path]) -> list[str]:
    """Of pages, styles, scripts and drawings, but for what the parts of the search index quote from the text."""
    kinds = (".html", ".css", ".js", ".svg")
    read = [file for file in files if file.suffix in kinds]
    return [f"{file}: loads {address}" for file in read for address in remote_loads(file)]


def remote_loads(file: Path) -> list[str]:
    text = file.read_text("utf-8")
    if file.suffix == ".js" and text.startswith(_SEARCH_PART):
        return []
    if file.suffix == ".html":
        loads = _Loads()
        loads.feed(text)
        return [href for href in loads.found if re.match(r"(?:[a-z]+:)?//", href, re.IGNORECASE)] + _CSS.findall(text)
    return _CSS.findall(text) if file.suffix in (".css", ".svg") else _SCRIPT.findall(text)


class _Loads(HTMLParser):
    """Collects what a browser fetches by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.found += [values[name] for name in values if name in _LOADING]
        if tag == "link" and _RELATIONS & set(values.get("rel", "").split()):
            self.found.append(values["href"])
        self.found += _CSS.findall(values.get("style", ""))
