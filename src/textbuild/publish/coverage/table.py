"""A coverage as a table of text, for a terminal."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from textbuild.diagnostics.translate import Language
from textbuild.link.coverage import Coverage, Layer
from textbuild.publish.coverage.words import Words, words_of

_WIDTH_OF_A_FILE = 200


def render(coverages: Sequence[Coverage], language: Language) -> bytes:
    """As wide as the terminal; in a file or a pipe, wide enough that a dozen modules fit side by side."""
    words = words_of(language)
    width = shutil.get_terminal_size((_WIDTH_OF_A_FILE, 0)).columns
    text = io.StringIO()
    console = Console(file=text, width=width, highlight=False, markup=False, color_system=None)
    for index, coverage in enumerate(coverages):
        if index:
            console.print()
        _print(console, coverage, words)
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines()).encode()


def _print(console: Console, coverage: Coverage, words: Words) -> None:
    counts = {layer.value: coverage.tasks(layer) for layer in Layer}
    console.print(f"{coverage.book.title} ({coverage.book.id})")
    console.print(words.summary.format(tasks=coverage.tasks(), **counts))
    for job in coverage.jobs:
        console.print(f"\n{job.title} ({job.id})")
        table = Table(box=None, pad_edge=False)
        for name in (words.part, words.title, *(module.id for module in coverage.modules)):
            table.add_column(name, overflow="fold")
        for row in (row for row in coverage.rows if row.job is job):
            indent = "  " if row.competency else ""
            table.add_row(indent + row.part.id, row.part.title, *(words.cell(cell) for cell in row.cells))
        console.print(table)
    console.print(f"\n{words.legend}")
    _print_list(console, words.uncovered, (f"{row.name} {row.part.title}" for row in coverage.uncovered))
    _print_list(console, words.idle, (f"{module.id} {module.title}" for module in coverage.idle))


def _print_list(console: Console, title: str, entries: Iterable[str]) -> None:
    found = list(entries)
    if found:
        console.print(f"\n{title}:")
        for entry in found:
            console.print(f"  {entry}")
