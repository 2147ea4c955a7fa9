"""A coverage as JSON, for scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from textbuild.diagnostics.translate import Language
from textbuild.link.coverage import Coverage, Layer, Row
from textbuild.model.book import Module


def render(coverages: Sequence[Coverage], language: Language) -> bytes:
    """A list with one object a book."""
    return (json.dumps([_book(one) for one in coverages], ensure_ascii=False, indent=2) + "\n").encode()


def _book(coverage: Coverage) -> dict[str, Any]:
    return {
        "book": coverage.book.id,
        "title": coverage.book.title,
        "jobs": [{"id": job.id, "title": job.title} for job in coverage.jobs],
        "modules": [_module(module) for module in coverage.modules],
        "parts": [_part(row, coverage) for row in coverage.rows],
        "orphans": {
            "parts": [row.name for row in coverage.uncovered],
            "modules": [module.path for module in coverage.idle],
        },
    }


def _module(module: Module) -> dict[str, str]:
    return {"path": module.path, "id": module.id, "title": module.title}


def _part(row: Row, coverage: Coverage) -> dict[str, Any]:
    """`modules` holds only those that cover it: path → layers."""
    return {
        "name": row.name,
        "kind": "task" if row.competency is None else "competency",
        "title": row.part.title,
        "duty": row.duty.id,
        "task": row.task.id,
        "modules": {
            module.path: [layer.value for layer in Layer if layer in cell]
            for module, cell in zip(coverage.modules, row.cells, strict=True)
            if cell
        },
    }
