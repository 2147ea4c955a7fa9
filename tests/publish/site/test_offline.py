"""No page of a site asks another host for anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.publish.site.conftest import linked_library
from textbuild.publish.portal import build_shared

Built = Callable[[dict[str, str | bytes | None]], Path]

_LOADING = {"src", "srcset", "poster", "data", "background", "action", "formaction"}
_RELATIONS = {"stylesheet", "preload", "icon", "modulepreload", "preconnect", "dns-prefetch", "prefetch", "manifest"}
_CSS = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
_SCRIPT = re.compile(r"""["'`]((?:https?:)?//(?!www\.w3\.org/)[\w.-]+\.[a-z]{2,}[^"'`]*)["'`]""")


class Loads(HTMLParser):
    """Collects the addresses that a browser fetches by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.found += [values[name] for name in values if name in _LOADING]
        if tag == "link" and _RELATIONS & set(values.get("rel", "").split()):
            self.found.append(values["href"])
        self.found += _CSS.findall(values.get("style", ""))


def remote_loads(page: Path) -> list[str]:
    text = page.read_text("utf-8")
    if page.suffix == ".html":
        loads = Loads()
        loads.feed(text)
        return [href for href in loads.found if re.match(r"(?:[a-z]+:)?//", href, re.IGNORECASE)] + _CSS.findall(text)
    return _CSS.findall(text) if page.suffix in (".css", ".svg") else _SCRIPT.findall(text)


@pytest.fixture
def site(built: Built, tmp_path: Path) -> Path:
    config = "site_name: x\nrepo_url: https://github.com/a/b\ntheme: {name: material, font: {text: Roboto}}\n"
    book = built({"mkdocs.yml": config})
    build_shared(linked_library(tmp_path / "library"), book.parent, {})
    return book.parent


def test_built_pages_styles_and_scripts_name_no_other_host(site: Path) -> None:
    pages = [path for path in site.rglob("*") if path.suffix in (".html", ".css", ".js", ".svg")]
    assert len(pages) > 10
    assert {str(page.relative_to(site)): found for page in pages if (found := remote_loads(page))} == {}


def test_pages_forbid_other_hosts(site: Path) -> None:
    for page in site.rglob("*.html"):
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page.read_text("utf-8"))
        assert policy, page
        assert "http" not in policy[1]
        assert "*" not in policy[1]
