"""The linked library that the plugin shows when MkDocs is run by itself."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path

from textbuild.link.library import LinkedLibrary, link_library
from textbuild.load.library import load_library
from textbuild.markdown import Document, parse

log = logging.getLogger("mkdocs.plugins.textbuild")


def read(root: Path, day: date) -> tuple[LinkedLibrary, Callable[[str], Document]]:
    """Loads and links the library at `root`. What is wrong in its files is logged as warnings."""
    library, found = load_library(root)
    for diagnostic in found:
        values = dict(diagnostic.message.values)
        log.warning("%s:%s: %s %s", diagnostic.span.path, diagnostic.span.line, diagnostic.rule.code,
                    diagnostic.message.template.format_map(values))  # fmt: skip
    texts = {module.path: module.text for book in library.books for module in book.modules}
    return link_library(library, day), lambda path: parse(texts[path], path)
