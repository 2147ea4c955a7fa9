"""A module rendered on its own, for tests: small register, addresses that show what was asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from textbuild import markdown
from textbuild.link.glossary import LinkedTerm
from textbuild.link.library import LinkedBook, link_library
from textbuild.link.resolve import ResolvedCitation, ResolvedReference
from textbuild.load.library import load_library
from textbuild.render import Fragment, Medium, number_book, render

DAY = date(2026, 11, 24)
PATH = "books/ev/1-1.md"

FILES = {
    "mkdocs.yml": "site_name: 测试\n",
    "books/library.yml": "title: 测试教材\n",
    "books/ev/book.yml": "title: 动力电池\nnav: [1-1.md, 1-2.md]\n",
    PATH: "---\ntitle: 甲\n---\n",
    "books/ev/1-2.md": "---\ntitle: 乙\n---\n\n## 次节\n\n![图](a.svg '乙图'){#fig-other}\n",
    "standards/a.yml": """\
kind: standard
number: GB 38031
title: 电动汽车用动力蓄电池安全要求
editions:
  - edition: GB 38031-2020
    effective: 2021-01-01
    checks: [{source: "https://example.org/a", kind: catalogue, on: 2026-11-23}]
  - edition: GB 38031-2025
    effective: 2026-07-01
    replaces: [GB 38031-2020]
    checks: [{source: "https://example.org/b", kind: catalogue, on: 2026-11-23}]
""",
    "standards/job.yml": """\
kind: job
id: job:assembler
title: 装配工
issuer: {kind: sample, name: 示例}
duties: [{id: A, title: 安全, tasks: [{id: A1, title: 下电}]}]
""",
}


class SampleAddresses:
    """Addresses that read like what they lead to."""

    def __init__(self, medium: Medium) -> None:
        self._medium = medium

    @property
    def medium(self) -> Medium:
        return self._medium

    @property
    def answers(self) -> str:
        return "answers.xhtml" if self._medium == "epub" else ""

    def standard(self, resolved: ResolvedCitation) -> str | None:
        return f"std:{resolved.edition or resolved.citation.number.identity}" if resolved.known else None

    def module(self, path: str, anchor: str | None) -> str:
        own = path == PATH and anchor
        return f"#{anchor}" if own else f"mod:{path}#{anchor}" if path.startswith("books/ev/") else ""

    def asset(self, path: str) -> str:
        return f"file:{path}"

    def term(self, term: LinkedTerm) -> str | None:
        return f"term:{term.anchor}"

    def online(self, path: str, anchor: str) -> None:
        return None

    def record(self, resolved: ResolvedReference) -> str | None:
        return f"rec:{resolved.reference.target}"


def linked_book(root: Path, text: str, basis: str = "", glossary: str = "terms: []\n") -> LinkedBook:
    """The sample library in the folder `root`, with `text` as its first module."""
    front = f"---\ntitle: 甲\n{basis}---\n\n"
    for path, content in {**FILES, PATH: front + text, "books/ev/glossary.yml": glossary}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    library, found = load_library(root)
    assert found == ()
    return link_library(library, DAY).books[0]


def rendered(
    root: Path, text: str, medium: Medium, basis: str = "", glossary: str = "terms: []\n", **options: object
) -> Fragment:
    """A module with this text, in a book with this glossary."""
    book = linked_book(root, text, basis, glossary)
    documents = {one.module.path: markdown.parse(one.module.text, one.module.path) for one in book.modules}
    numbering = number_book(book, documents.__getitem__)
    addresses = SampleAddresses(medium)
    options = {"glossary": book.glossary, **options}
    return render(documents[PATH], book.modules[0], addresses, numbering, **options)  # type: ignore[arg-type]
