"""A coverage as a workbook: a sheet for each book, and one with all that is not covered."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from textbuild.diagnostics.translate import Language
from textbuild.link.coverage import Coverage
from textbuild.publish.coverage.plain_cell import is_formula, without_control
from textbuild.publish.coverage.words import Words, words_of

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_WIDTHS = (22, 22, 10, 40)
_MODULE_WIDTH = 14


def render(coverages: Sequence[Coverage], language: Language) -> bytes:
    words = words_of(language)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for coverage in coverages:
        _fill_matrix(_sheet(workbook, coverage.book.id), coverage, words)
    _fill_orphans(_sheet(workbook, words.orphans), coverages, words)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _sheet(workbook: Workbook, name: str) -> Worksheet:
    """A new sheet; openpyxl itself numbers those of the same name."""
    sheet: Worksheet = workbook.create_sheet(_NOT_IN_A_NAME.sub("-", without_control(name))[:_LONGEST_NAME])
    return sheet


def _fill_matrix(sheet: Worksheet, coverage: Coverage, words: Words) -> None:
    head = [words.job, words.duty, words.part, words.title, *(module.title for module in coverage.modules)]
    body = [
        [row.job.title, row.duty.title, row.part.id, row.part.title, *(words.cell(cell) for cell in row.cells)]
        for row in coverage.rows
    ]
    _write(sheet, [head, *body, [], [words.legend]])
    _dress(sheet, [*_WIDTHS, *([_MODULE_WIDTH] * len(coverage.modules))])
    sheet.freeze_panes = "E2"


def _fill_orphans(sheet: Worksheet, coverages: Iterable[Coverage], words: Words) -> None:
    rows = [[words.book, words.orphans, words.part, words.title]]
    for coverage in coverages:
        title = coverage.book.title
        rows += [[title, words.uncovered, row.name, row.part.title] for row in coverage.uncovered]
        rows += [[title, words.idle, module.id, module.title] for module in coverage.idle]
    _write(sheet, rows)
    _dress(sheet, [22, 36, 36, 40])
    sheet.freeze_panes = "A2"


def _write(sheet: Worksheet, rows: Iterable[Iterable[str]]) -> None:
    """Each value is marked as text: openpyxl would make a formula of what begins with `=`."""
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column, without_control(text))
            cell.data_type = "s"
            cell.quotePrefix = is_formula(text)  # else it becomes a formula as soon as someone edits the cell


def _dress(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths, 1):
        head = sheet.cell(1, column)
        head.font = Font(bold=True)
        head.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = width
