"""`python -m benchmarks`: writes a library into a temporary folder, measures, prints one table, leaves nothing."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from benchmarks import measurements, registry
from benchmarks.measurements import Bench, Row
from benchmarks.processes import REPOSITORY, python, run
from benchmarks.table import table_of

_GROUPS = {
    "insides": measurements.insides,
    "check": measurements.checks,
    "build": measurements.builds,
    "pdf": measurements.pdfs,
    "import": registry.imports,
    "registry": registry.registry,
}


def main() -> None:
    options = _options()
    loads = [os.getloadavg()[0]]
    with tempfile.TemporaryDirectory(prefix="textbuild-benchmark-") as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"  # nothing of ours goes into the repository
        root, small, long, apart = (Path(folder) / name for name in ("library", "small", "long", "apart"))
        apart.mkdir()
        shape = {"books": options.books, "modules": options.modules, "standards": options.standards}
        written = _write(root, shape)
        _write(small, {"books": 1, "modules": 6, "standards": 60})
        _write(long, {"books": 1, "modules": 32, "standards": 200, "size": 16_000})
        bench = Bench(root, str(written["day"]), apart, small, long)
        measurements.warm_up(bench)
        rows = list(_measured(bench, options.only or list(_GROUPS)))
    loads.append(os.getloadavg()[0])
    version = sys.version.split()[0]
    title = f"{options.books} books, {written['modules']} modules, {written['standards']} standards, as of {bench.day}"
    caption = (
        f"Load {loads[0]:.1f} before, {loads[1]:.1f} after, on {os.cpu_count()} cores, Python {version}. seconds: by "
        "the clock; of insides and registry, CPU time of the work alone. CPU s: of the process with its children. "
        "ratio: our seconds by the stock tool's, below 1 is faster. Peak: of the largest process."
    )
    Console(width=None if sys.stdout.isatty() else 200).print(table_of(rows, title, caption))


def _measured(bench: Bench, groups: list[str]) -> Iterator[Row]:
    console = Console(stderr=True)
    for group in groups:
        for row in _GROUPS[group](bench):
            console.print(f"{row.name}: {row.usage.seconds:.3f} s", highlight=False)
            yield row


def _write(target: Path, shape: dict[str, int]) -> dict[str, object]:
    """In a process of its own: what this one held would count as the peak of those it starts."""
    command = python("benchmarks.library", str(REPOSITORY), str(target), json.dumps(shape))
    written: dict[str, object] = json.loads(run(command).output.splitlines()[-1])
    return written


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures textbuild beside stock tools.")
    parser.add_argument("--books", type=int, default=28, help="books of the library (28)")
    parser.add_argument("--modules", type=int, default=40, help="modules of each (40)")
    parser.add_argument("--standards", type=int, default=500, help="standards at most (500)")
    parser.add_argument(
        "--only", action="append", choices=list(_GROUPS), help="measure this group alone; may be repeated"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
