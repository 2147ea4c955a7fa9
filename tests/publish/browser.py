"""Chromium for tests: small sites, a server for them, and what a script of the tests saw there."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.publish.site.conftest import build_site, linked_library
from textbuild.publish.portal import build_shared

REPOSITORY = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
NODE = shutil.which("node")

needs_browser = pytest.mark.skipif(
    not (CHROMIUM and NODE and (REPOSITORY / "node_modules/playwright-core").is_dir()),
    reason="needs chromium, node and `npm ci`",
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


def write_files(root: Path, files: Mapping[str, str]) -> Path:
    """Writes a library of these files, by path below `root`, and gives `root`."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, "utf-8")
    return root


def small_site(folder: Path, files: Mapping[str, str]) -> Path:
    """The site of a library of these files: its books, and the pages that they share, without the search of all."""
    root = write_files(folder / "library", files)
    site = build_site(root, folder / "site")
    build_shared(linked_library(root), site, {})
    return site


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site, which ends with `/`."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def seen_by(script: Path, *arguments: str) -> dict[str, Any]:
    """What the script printed as JSON. Its first argument is the path of Chromium; then come these."""
    command = [NODE or "", str(script), CHROMIUM or "", *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=550, cwd=REPOSITORY)
    assert ran.returncode == 0, ran.stderr
    answers: dict[str, Any] = json.loads(ran.stdout)
    return answers


def seen_on_both(script: Path, site: Path) -> dict[str, Any]:
    """What the script saw of a site that is served and lies on the disk."""
    with served(site) as address:
        return seen_by(script, address, f"{site.as_uri()}/")
