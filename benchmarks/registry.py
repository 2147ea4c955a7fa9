"""What a large registry takes: imports of whole registers, and loading and judging records by the ten thousand."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.growth import Curve, plot
from benchmarks.measurements import Bench, Row, run_probe
from benchmarks.processes import REPOSITORY, python, run
from benchmarks.registers import SOURCES

ROWS = 80_000
SIZES = (5_000, 20_000, 80_000)
MOST_MEMORY = 500_000_000
"""Bytes that an import may take (issue 3)."""
_SECONDS = {"load": {5_000: 1.0, 80_000: 10.0}, "load-again": {5_000: 0.3, 80_000: 2.0}, "verdicts": {80_000: 1.0}}
"""Probe → records → seconds that issue 3 allows."""
_NAMES = {"load": "load, cold", "load-again": "load, nothing changed", "verdicts": "verdict of every edition"}
_CSV_ROWS_PER_STANDARD = 1.5
PLOT = REPOSITORY / "output" / "benchmarks" / "registry.svg"


def imports(bench: Bench) -> Iterator[Row]:
    """Each source into an empty library, as a user imports it."""
    for source, (name, _) in SOURCES.items():
        saved = bench.apart / name
        run(python("benchmarks.registers", source, str(ROWS), str(saved)))
        library = _empty(bench.apart / f"import-{source}")
        usage = run(_import(library, saved))
        remark = f"{ROWS / usage.cpu:,.0f} rows a CPU second"
        yield Row(f"import {ROWS:,} rows: {source}", usage, target=60, remark=remark, most_memory=MOST_MEMORY)
    yield _again(bench)


def registry(bench: Bench) -> Iterator[Row]:
    """Loading and judging registries of several sizes; the growth of each is plotted."""
    curves = {name: Curve(_NAMES[name]) for name in _SECONDS}
    for size in SIZES:
        library = _library(bench, size)
        for name, allowed in _SECONDS.items():
            if name == "load-again":
                run_probe(name, str(library))  # the first time it keeps what the second finds
            usage, seconds, _ = run_probe(name, str(library), *([bench.day] if name == "verdicts" else []))
            curves[name].points.append((size, seconds))
            measured = replace(usage, seconds=seconds)
            yield Row(
                f"{size:,} records: {_NAMES[name]}", measured, target=allowed.get(size), remark=_each(seconds, size)
            )
    PLOT.parent.mkdir(parents=True, exist_ok=True)
    PLOT.write_text(plot(list(curves.values())), encoding="utf-8")
    for curve in curves.values():
        print(f"{curve.name}: grows with the number of records to the power of {curve.exponent:.2f}", file=sys.stderr)
    print(f"plot: {PLOT}", file=sys.stderr)


def _again(bench: Bench) -> Row:
    """The same file a second time: nothing may change."""
    usage = run(_import(bench.apart / "import-csv", bench.apart / SOURCES["csv"][0]))
    remark = "changes nothing: " + ("ok" if " 0 new, 0 changed" in usage.output else "MISSED")
    return Row(f"import {ROWS:,} rows: csv again", usage, target=60, remark=remark, most_memory=MOST_MEMORY)


def _library(bench: Bench, size: int) -> Path:
    library = _empty(bench.apart / f"registry-{size}")
    saved = bench.apart / f"registry-{size}.csv"
    run(python("benchmarks.registers", "csv", str(math.ceil(size * _CSV_ROWS_PER_STANDARD)), str(saved)))
    run(_import(library, saved))
    return library


def _empty(root: Path) -> Path:
    (root / "books").mkdir(parents=True)
    (root / "standards").mkdir()
    (root / "books" / "library.yml").write_text("title: 测试\n", encoding="utf-8")
    return root


def _import(library: Path, saved: Path) -> list[str]:
    command = [sys.executable, "-c", "from textbuild.cli import main; main()"]
    return [*command, "--lang", "en", "-C", str(library), "standards", "import", str(saved), "--on", "2026-11-20"]


def _each(seconds: float, size: int) -> str:
    return f"{seconds / size * 1e6:,.3g} µs a record"
