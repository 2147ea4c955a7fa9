"""`python -m benchmarks.load`: how many readers nginx serves on this machine, measured with wrk on loopback.

Builds a book with `--for-server`, starts nginx with the written configuration and asks it for one page, for all files
of a first visit, and for a page that the reader has already (304). Needs nginx and wrk.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from urllib.parse import quote

from rich.console import Console
from rich.table import Table

from benchmarks.processes import REPOSITORY, run
from benchmarks.web_server import has_brotli, served
from textbuild.publish.assets import published

_BOOK = "new-energy-vehicle-technology"
_PAGE = f"{_BOOK}/{quote('1-1-高压防护与下电验电.html')}"
_ASSETS = re.compile(r'(?:src|href)="(?:\.\./)+(assets/[^"]+\.(?:css|js|svg))"')
# Each thread asks for one file after the other, as a browser with an empty cache does.
_VISIT = """\
local paths = {{ {paths} }}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--seconds", type=int, default=10, choices=range(1, 61), metavar="1..60")
    parser.add_argument("--connections", type=int, default=200, choices=range(2, 1001), metavar="2..1000")
    options = parser.parse_args()
    wrk = shutil.which("wrk") or sys.exit("wrk is missing: apt-get install wrk")
    with tempfile.TemporaryDirectory(prefix="textbuild-load-") as name:
        folder = Path(name)
        tool = Path(sys.executable).with_name("textbuild")
        run([str(tool), "-C", str(REPOSITORY), "build", _BOOK, "--format", "html", "--out", str(folder / "output"),
             "--for-server"])  # fmt: skip
        with served(folder / "output", folder / "nginx", brotli=has_brotli()) as address:
            Console(width=100).print(_measured(wrk, address, folder, options))


def _measured(wrk: str, address: str, folder: Path, options: argparse.Namespace) -> Table:
    page, etag = _first(address)
    paths = [_PAGE, *dict.fromkeys(_ASSETS.findall(page))]
    visit = folder / "visit.lua"
    visit.write_text(_VISIT.format(paths=", ".join(f'"/{path}"' for path in paths)), "utf-8")
    cases = {
        "one page, brotli": [],
        f"first visit, {len(paths)} files": ["-s", str(visit)],
        "the same page again (304)": ["-H", f"If-None-Match: {etag}"],
        "a script kept for ever": [f"{address}{published('assets/settings.js')}"],
    }
    table = Table(
        title=f"{options.connections} connections, {options.seconds} s each, nginx and wrk on {os.cpu_count()} cores",
        caption=f"load of the machine before: {os.getloadavg()[0]:.1f}",
    )
    for heading in ("asked for", "answers/s", "half within", "99 % within", "MB/s", "failed"):
        table.add_column(heading, justify="left" if heading == "asked for" else "right")
    for name, extra in cases.items():
        target = extra if extra and extra[0].startswith("http") else [*extra, address + _PAGE]
        command = [wrk, "-t2", f"-c{options.connections}", f"-d{options.seconds}s", "--latency"]
        done = subprocess.run(
            [*command, "-H", "Accept-Encoding: gzip, br", *target],
            capture_output=True, encoding="utf-8", check=True, timeout=options.seconds + 60,
        )  # fmt: skip
        table.add_row(name, *_figures(done.stdout))
    return table


def _first(address: str) -> tuple[str, str]:
    """The page's HTML, and the ETag of its compressed form."""
    with urllib.request.urlopen(address + _PAGE, timeout=30) as answer:
        page = answer.read().decode()
    asked = urllib.request.Request(address + _PAGE, headers={"Accept-Encoding": "gzip, br"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return page, answer.headers["ETag"]


def _figures(told: str) -> tuple[str, ...]:
    def found(pattern: str) -> str:
        match = re.search(pattern, told)
        return match[1] if match else "0"

    failed = sum(int(number) for number in re.findall(r"(?:connect|read|write|timeout) (\d+)", told))
    refused = int(found(r"Non-2xx or 3xx responses: (\d+)"))
    rate, sent = float(found(r"Requests/sec:\s+([\d.]+)")), found(r"Transfer/sec:\s+([\d.]+\w+)")
    return f"{rate:,.0f}", found(r"50%\s+(\S+)"), found(r"99%\s+(\S+)"), sent, str(failed + refused)


if __name__ == "__main__":
    main()
