"""Measures the search of a built library as its readers use it: typed into a real browser.

`python -m benchmarks.search LIBRARY [--book ID] [--terms 200] [--fresh 20]`: takes terms from the registry and from
headings, asks for each in the site that `textbuild build` has made there, and compares the pages found with those
whose Markdown holds the term. Prints the recall, what is missing, and what a first query downloads.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from benchmarks.processes import REPOSITORY
from textbuild.load.library import load_library
from textbuild.model.book import Book
from textbuild.model.library import Library
from textbuild.publish.layout import module_page

_SEED = 38031
_PIECES = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9/. -]+|第\s*\d+\s*部分|\s{2,}|[与和的及]")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def main() -> None:
    options = _options()
    library, _ = load_library(options.library)
    books = [book for book in library.books if options.book in (None, book.id)]
    sources = dict(_sources(books))
    terms = _terms(library, sources.values(), options.terms)
    start = f"{options.book}/index.html" if options.book else "index.html"
    seen = list(_typed(options.library / "output" / "site", start, terms, options.fresh))
    _tell(seen, sources)


def _sources(books: Iterable[Book]) -> Iterator[tuple[str, str]]:
    """Page in the site → the module's Markdown in small letters."""
    for book in books:
        for module in book.modules:
            yield module_page(book, module.path), _FRONT_MATTER.sub("", module.text).lower()


def _terms(library: Library, texts: Iterable[str], count: int) -> list[str]:
    """Half of them from headings, the others from records; each stands in a text. The same library gives the same."""
    everything = "\n".join(texts)
    records = [
        *(standard.value.number for standard in library.standards),
        *(standard.value.title or "" for standard in library.standards),
        *(task.title for job in library.jobs for task in job.value.tasks),
        *(step.title for process in library.processes for step in process.value.steps),
    ]
    headings = [h.text for book in library.books for module in book.modules for h in module.headings]
    random = Random(_SEED)
    chosen: list[str] = []
    for words, share in ((headings, count // 2), (records, count)):
        pieces = {piece.strip(" ./-") for text in words for piece in _PIECES.split(text)}
        known = sorted(one for one in pieces if 2 <= len(one) <= 20 and one.lower() in everything and one not in chosen)
        chosen += random.sample(known, min(share - len(chosen), len(known)))
    random.shuffle(chosen)
    return chosen


def _typed(site: Path, start: str, terms: list[str], fresh: int) -> Iterator[dict[str, Any]]:
    chromium = shutil.which("chromium")
    node = shutil.which("node")
    if not chromium or not node:
        raise SystemExit("needs chromium, node and `npm ci`")
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(terms, file)
        file.flush()
        script = Path(__file__).with_name("search.mjs")
        command = [node, str(script), chromium, str(site), start, file.name, str(fresh)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as process:
            assert process.stdout is not None
            for line in process.stdout:
                yield json.loads(line)
        if process.returncode:
            raise SystemExit(process.returncode)


def _tell(seen: list[dict[str, Any]], sources: dict[str, str]) -> None:
    wanted = found = more = 0
    for one in seen:
        term = one["term"].lower()
        expected = {page for page, text in sources.items() if term in text}
        got = set(one["pages"]) & set(sources)
        wanted += len(expected)
        found += len(expected & got)
        more += len(got - expected)
        if missing := sorted(expected - got):
            print(f"{one['term']}: {one['told']} Not found: {len(missing)}, as {missing[0]}")
    fresh = [one["bytes"] for one in seen if one["bytes"] is not None]
    times = [one["ms"] for one in seen]
    print(f"{len(seen)} terms in {len(sources)} modules: {found} of {wanted} pages found, recall {found / wanted:.4f}")
    print(f"pages found besides (titles of the basis, other forms of a number): {more}")
    if fresh:
        print(f"first query: median {median(fresh):,.0f} bytes compressed, at most {max(fresh):,}")
    print(f"from the last key to the answer: median {median(times)} ms, at most {max(times)} ms (200 ms are a pause)")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description="Measures the search.")
    parser.add_argument("library", type=Path, help="a library whose site is built in its `output/`")
    parser.add_argument("--book", help="search in this book; all books if not given")
    parser.add_argument("--terms", type=int, default=200, help="how many terms (200)")
    parser.add_argument("--fresh", type=int, default=20, help="how many of them with nothing downloaded before (20)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
