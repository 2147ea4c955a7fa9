"""Small libraries, linked and built as sites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DAY, WriteLibrary
from textbuild.link.library import LinkedLibrary, link_library
from textbuild.load.library import load_library
from textbuild.markdown import parse
from textbuild.publish.assets import write_assets
from textbuild.publish.site import SiteOptions, build_book_site, site_assets

Build = Callable[[Path], Path]


def linked_library(root: Path) -> LinkedLibrary:
    return link_library(load_library(root)[0], DAY)


def build_site(root: Path, out: Path) -> Path:
    """Builds every book of the library below `out`, with the assets that they share, and gives that folder."""
    linked = linked_library(root)
    write_assets(site_assets().values(), out / "assets")
    texts = {module.module.path: module.module.text for book in linked.books for module in book.modules}
    for book in linked.books:
        build_book_site(
            book, linked, lambda path: parse(texts[path], path), root, out / book.book.id, SiteOptions.of(root)
        )
    return out


@pytest.fixture
def built(write_library: WriteLibrary, tmp_path: Path) -> Callable[[dict[str, str | bytes | None]], Path]:
    """Writes a small library with these changes, builds it, and gives the folder of its book `ev`."""

    def build(changes: dict[str, str | bytes | None]) -> Path:
        return build_site(write_library(changes), tmp_path / "site") / "ev"

    return build
