"""The filter of the list of standards in a real browser, from the disk."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Site = Callable[[dict[str, str | bytes | None]], Path]

REPOSITORY = Path(__file__).parents[3]
CHROMIUM = shutil.which("chromium")
NODE = shutil.which("node")
OTHER = "kind: standard\nnumber: GB/T 9\ntitle: 软件\nsectors: [it]\neditions: [{edition: GB/T 9-2000}]\n"
LIBRARY = "title: 教材库\nsectors: [{id: it, title: 信息技术}]\n"

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and NODE and (REPOSITORY / "node_modules/playwright-core").is_dir()),
    reason="needs chromium, node and `npm ci`",
)


def test_the_filter_leaves_the_standards_that_are_asked_for(site: Site) -> None:
    page = site({"standards/gb-9.yml": OTHER, "books/library.yml": LIBRARY}) / "standards/index.html"
    command = [NODE or "", str(Path(__file__).with_name("filter.mjs")), CHROMIUM or "", page.as_uri()]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    battery, software = "GB 38031", "GB/T 9"
    both = f"{battery} | {software}"
    assert json.loads(done.stdout) == {
        "without script": both,
        "form without script": False,
        "form": True,
        "all": both,
        "number": battery,
        "dated": battery,
        "words": battery,
        "nothing": "",
        "verdict": software,
        "sector": software,
        "cited": battery,
        "uncited": software,
    }
