"""`sw.js`: the service worker, one file made of several."""

from __future__ import annotations

from pathlib import Path

PARTS = ("books.js", "keep.js", "notice.js", "answer.js", "worker.js")
"""In the order of use. One file, because old browsers do not see that a script which a worker imports has changed."""


def service_worker(theme: Path) -> str:
    """The text of `sw.js`, from the parts in `theme`."""
    folder = theme / "site" / "offline"
    return "\n".join(['"use strict";', *((folder / part).read_text("utf-8") for part in PARTS)])
