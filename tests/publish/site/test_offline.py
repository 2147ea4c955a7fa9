"""No page of a site asks another host for anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from scripts.validators.offline import remote_loads

from tests.publish.site.conftest import linked_library
from textbuild.publish.portal import build_shared

Built = Callable[[dict[str, str | bytes | None]], Path]


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
