"""The forms in which a report can be shown, one file each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textbuild.diagnostics.formats import github, json, sarif, text
from textbuild.diagnostics.report import Report
from textbuild.diagnostics.translate import Translator

FORMATS: Mapping[str, Callable[[Report, Translator], str]] = {
    "text": text.render,
    "json": json.render,
    "sarif": sarif.render,
    "github": github.render,
}
"""By the name that `--format` takes."""
