"""Small libraries with the pages that belong to no book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DAY, WriteLibrary
from textbuild.link.library import link_library
from textbuild.load.library import load_library
from textbuild.publish.assets import own_assets, write_assets
from textbuild.publish.portal import build_shared


@pytest.fixture
def site(write_library: WriteLibrary, tmp_path: Path) -> Callable[[dict[str, str | bytes | None]], Path]:
    """Writes a small library with these changes, builds what its books share, and gives the site's folder."""

    def build(changes: dict[str, str | bytes | None]) -> Path:
        linked = link_library(load_library(write_library(changes))[0], DAY)
        build_shared(linked, tmp_path / "site", {"ev": 2_500_000})
        write_assets(own_assets().values(), tmp_path / "site" / "assets")
        return tmp_path / "site"

    return build
