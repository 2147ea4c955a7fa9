"""The search index as a script: pages opened from a disk may not fetch it as data, but may load it."""

from __future__ import annotations

from pathlib import Path


def write_index_script(site: Path) -> None:
    """Writes `search/search_index.js`, which Material's script looks for, beside the index where there is one."""
    index = site / "search" / "search_index.json"
    if index.is_file():
        script = f"var __index = {index.read_text(encoding='utf-8')}"
        index.with_suffix(".js").write_text(script, encoding="utf-8")
