"""The forms in which a coverage is given out, one file each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textbuild.diagnostics.translate import Language
from textbuild.link.coverage import Coverage
from textbuild.publish.coverage import csv, html, json, table


def _xlsx(coverages: Sequence[Coverage], language: Language) -> bytes:
    from textbuild.publish.coverage import xlsx  # openpyxl costs 0.15 s to import

    return xlsx.render(coverages, language)


FORMATS: Mapping[str, Callable[[Sequence[Coverage], Language], bytes]] = {
    "table": table.render,
    "json": json.render,
    "csv": csv.render,
    "xlsx": _xlsx,
    "html": html.render,
}
"""By the name that `--format` takes; a file's content each."""
