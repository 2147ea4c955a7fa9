"""Builds the site of one book through MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.markdown import Document
from textbuild.publish.site.options import SiteOptions
from textbuild.publish.site.plugin import TextbuildPlugin
from textbuild.publish.site.settings import book_settings


def build_book_site(
    book: LinkedBook,
    linked: LinkedLibrary,
    documents: Callable[[str], Document],
    root: Path,
    out: Path,
    shared: SiteOptions,
) -> None:
    """Writes the book's site into the folder `out`, which is emptied first.

    The bytes are those that `mkdocs build` makes of `settings.book_settings`. Whatever goes wrong here is a fault of
    the installation or of textbuild, and raises.
    """
    settings = book_settings(book.book, linked.library.config.value, root, out, linked.day, shared.settings)
    config = mkdocs_config(settings)
    plugin = config.plugins["textbuild"]
    assert isinstance(plugin, TextbuildPlugin)
    plugin.supply(linked, documents)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def mkdocs_config(settings: dict[str, Any]) -> MkDocsConfig:
    """The validated configuration. Raises ValueError with MkDocs' own words for settings that it refuses."""
    config = MkDocsConfig()
    config.load_dict(settings)
    errors, _ = config.validate()
    if errors:
        raise ValueError("; ".join(f"{name}: {error}" for name, error in errors))
    return config
