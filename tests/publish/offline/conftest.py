"""Small libraries published as `textbuild build` publishes them: books, shared pages, ZIPs and lists."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import DAY, WriteLibrary
from textbuild.link.library import link_library
from textbuild.load.library import load_library
from textbuild.load.store import Store
from textbuild.publish.artefact import Artefact, Workplace
from textbuild.publish.build import assets_artefact, book_artefacts, build_artefacts, shared_artefact
from textbuild.publish.offline import finish_offline, package_artefacts
from textbuild.publish.publishers import HtmlPublisher
from textbuild.publish.theme import theme_path

Publish = Callable[..., Path]
"""Writes the small library with these changes, publishes it, and gives the folder of its site."""

IV = {
    "books/iv/book.yml": "title: 充电设备\n",
    "books/iv/2-1.md": "---\ntitle: 充电检测\nid: IV-1\nbasis: [GB 38031]\n---\n\n按 GB 38031—2025 检测。\n",
}
"""A second book, which cites the same standard."""


def publish_site(root: Path, out: Path, day: date = DAY, sound: Collection[str] | None = None) -> tuple[str, ...]:
    """Publishes below `out` what has changed there, and gives the names of what was built."""
    linked = link_library(load_library(root)[0], day)
    books = [book.book.id for book in linked.books if sound is None or book.book.id in sound]
    place = Workplace(root, out, theme_path(), out / "cache", 1_795_478_400)
    store = Store(out / "cache")
    built: list[str] = []

    def build(artefacts: list[Artefact]) -> None:
        for one in build_artefacts(artefacts, store, 0):
            assert one.problem is None, one.problem
            built.extend([one.name] if one.parts else [])

    pages = [*book_artefacts(linked, books, [HtmlPublisher()], place), shared_artefact(linked, place)]
    build([assets_artefact(place), *pages])
    build(package_artefacts(linked, books, place))
    finish_offline(linked, books, place)
    return tuple(built)


@pytest.fixture
def publish(write_library: WriteLibrary, tmp_path: Path) -> Publish:
    def published(changes: dict[str, str | bytes | None], **options: object) -> Path:
        publish_site(write_library(changes), tmp_path / "output", **options)  # type: ignore[arg-type]
        return tmp_path / "output" / "site"

    return published
