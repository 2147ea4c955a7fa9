"""The measurements as one table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from benchmarks.measurements import Row


def table_of(rows: Sequence[Row], title: str, caption: str) -> Table:
    table = Table(title=title, caption=caption, title_justify="left", caption_justify="left")
    table.add_column("measured")
    for name in ("seconds", "CPU s", "peak MB"):
        table.add_column(name, justify="right")
    table.add_column("stock tool")
    for name in ("its s", "ratio"):
        table.add_column(name, justify="right")
    table.add_column("target")
    table.add_column("remark")
    for row in rows:
        table.add_row(*_cells(row))
    return table


def _cells(row: Row) -> tuple[str, ...]:
    usage, stock = row.usage, row.stock
    return (
        row.name,
        f"{usage.seconds:.3f}",
        f"{usage.cpu:.2f}",
        f"{usage.peak / 1e6:.0f}",
        stock.name if stock else "—",
        f"{stock.seconds:.3f}" if stock else "",
        f"{row.ratio:.3g}" if row.ratio is not None else "",
        _target(row),
        row.remark,
    )


def _target(row: Row) -> str:
    words = [] if row.target is None else [f"{row.target:g} s {_met(row.usage.seconds <= row.target)}"]
    return ", ".join([*words, f"{row.most_memory / 1e6:g} MB {_met(row.usage.peak <= row.most_memory)}"])


def _met(met: bool) -> str:
    return "[green]ok[/]" if met else "[red]missed[/]"
