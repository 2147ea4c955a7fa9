"""A small library without any fault, to put one fault into."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from textbuild.check.examples import DAY
from textbuild.check.run import check_library
from textbuild.diagnostics import Diagnostic
from textbuild.link.library import LinkedLibrary, link_library
from textbuild.load.library import load_library

FILES = {
    "mkdocs.yml": "site_name: 测试\n",
    "books/library.yml": "title: 测试教材\n",
    "books/ev/book.yml": "title: 动力电池\n",
    "books/ev/1-1.md": "---\ntitle: 电池包检测\nbasis: [GB 38031]\njobs: [job:assembler#A1]\n---\n\n检测电池包。\n",
    "standards/gb-38031.yml": """\
kind: standard
number: GB 38031
title: 电动汽车用动力蓄电池安全要求
editions:
  - edition: GB 38031-2020
    published: 2020-05-12
    effective: 2021-01-01
    checks: [{source: "https://example.org/", kind: official, on: 2026-11-01}]
  - edition: GB 38031-2025
    published: 2025-03-28
    effective: 2026-07-01
    replaces: [GB 38031-2020]
    clauses: [{number: "5.2"}, {number: "7.10"}]
    checks: [{source: "https://example.org/", kind: official, on: 2026-11-01}]
""",
    "standards/jobs/assembler.yml": """\
kind: job
id: job:assembler
title: 电池装配工
issuer: {kind: sample, name: 示例}
duties:
  - id: A
    title: 装配
    tasks:
      - {id: A1, title: 装配模组, competencies: [{id: A1-S1, title: 读图}]}
      - {id: A2, title: 装配电池包}
""",
}
MODULE = "books/ev/1-1.md"
FRONT = "---\ntitle: 电池包检测\nbasis: [GB 38031]\njobs: [job:assembler#A1]\n---\n\n"
"""Six lines, so that a module's text begins in line 7."""


class FaultlessLibrary:
    """The library in a temporary folder, in which a test changes what it needs."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, changes: Iterable[tuple[str, bytes | None]]) -> None:
        """Writes all files, with some changed, added, or left out where None."""
        files: dict[str, bytes | None] = {path: text.encode() for path, text in FILES.items()}
        files.update(changes)
        for path, content in files.items():
            if content is not None:
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                (self.root / path).write_bytes(content)

    def linked(self, day: date = DAY) -> LinkedLibrary:
        return link_library(load_library(self.root)[0], day)

    def check(self, changes: dict[str, str] | None = None, day: date = DAY) -> tuple[Diagnostic, ...]:
        """What is found with these files changed or added."""
        self.write((path, text.encode()) for path, text in (changes or {}).items())
        return self.check_written(day)

    def check_written(self, day: date = DAY) -> tuple[Diagnostic, ...]:
        library, found = load_library(self.root)
        return check_library(link_library(library, day), found)

    def check_module(self, text: str, day: date = DAY) -> tuple[Diagnostic, ...]:
        """What is found if the library's one module has this text below its front matter."""
        return self.check({MODULE: FRONT + text}, day)


def codes(diagnostics: Iterable[Diagnostic]) -> list[str]:
    return [one.rule.code for one in diagnostics]
