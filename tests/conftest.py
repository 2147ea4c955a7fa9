"""Tiny real libraries to test with."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import settings

DAY = date(2026, 11, 24)

BATTERY = """\
kind: standard
number: GB 38031
title: 电动汽车用动力蓄电池安全要求
nature: mandatory
editions:
  - edition: GB 38031-2020
    published: 2020-05-12
    effective: 2021-01-01
    checks:
      - {source: "https://example.org/a", kind: catalogue, on: 2026-11-23, saw: [number, title, published, effective]}
  - edition: GB 38031-2025
    published: 2025-03-28
    effective: 2026-07-01
    replaces: [GB 38031-2020]
    clauses: [{number: "5.2"}, {number: "7.10"}]
    checks:
      - {source: "https://example.org/b", kind: catalogue, on: 2026-11-23, saw: [number, title, published, effective]}
"""

FILES = {
    "mkdocs.yml": "site_name: 测试\n",
    "books/library.yml": "title: 测试教材\n"
    "sectors: [{id: new-energy-vehicles, title: 新能源汽车}]\n"
    'majors: [{code: "460702", title: 新能源汽车技术, sector: new-energy-vehicles, book: ev}]\n',
    "books/ev/book.yml": 'title: 动力电池\nmajor: "460702"\nsector: new-energy-vehicles\n',
    "books/ev/1-1.md": "---\ntitle: 电池包检测\nid: EV-1\nbasis: [GB 38031]\n---\n\n## 依据\n\n按 GB 38031—2025 检测电池包。\n",
    "standards/national/gb-38031.yml": BATTERY,
}

WriteLibrary = Callable[[Mapping[str, Any]], Path]
"""Path → content; None leaves a file out."""


@pytest.fixture
def write_library(tmp_path: Path) -> WriteLibrary:
    """Writes the small library above into a folder, with files changed or added, or left out where None."""

    def write(changes: Mapping[str, Any] = MappingProxyType({})) -> Path:
        files: dict[str, str | bytes | None] = {**FILES, **changes}
        for path, content in files.items():
            if content is None:
                continue
            target = tmp_path / "library" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / "library"

    return write


# A machine that is busy elsewhere is no fault of the code; CI looks at the same examples each time.
settings.register_profile("textbuild", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("textbuild")
