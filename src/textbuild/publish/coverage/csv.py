"""A coverage as CSV: a line for each module that covers a task or competency."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from textbuild.diagnostics.translate import Language
from textbuild.link.coverage import Coverage, Layer
from textbuild.publish.coverage.plain_cell import plain

_NAMES = ("book", "job", "duty", "task", "competency", "title", "module", "module_title")
COLUMNS = (*_NAMES, *(layer.value for layer in Layer))


def render(coverages: Sequence[Coverage], language: Language) -> bytes:
    """UTF-8. A part that no module covers has a line without module, an idle module one without part."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for coverage in coverages:
        writer.writerows([plain(cell) for cell in line] for line in _lines(coverage))
    return text.getvalue().encode()


def _lines(coverage: Coverage) -> Iterator[list[str]]:
    none = ["0"] * len(Layer)
    for row in coverage.rows:
        competency = row.competency.id if row.competency else ""
        part = [coverage.book.id, row.job.id, row.duty.id, row.task.id, competency, row.part.title]
        for module, cell in zip(coverage.modules, row.cells, strict=True):
            if cell:
                yield [*part, module.path, module.title, *(str(int(layer in cell)) for layer in Layer)]
        if not row.layers:
            yield [*part, "", "", *none]
    for module in coverage.idle:
        yield [coverage.book.id, "", "", "", "", "", module.path, module.title, *none]
