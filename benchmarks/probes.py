"""The insides that are measured alone: each probe runs in a process of its own and prints its CPU seconds as JSON.

`python -m benchmarks.probes NAME FOLDER [ARGUMENT]…` does the work three times and gives the fastest pass.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

Pass = tuple[Callable[[], object], int]
"""One pass of the work, and how many things it does the work for."""

_PASSES = 3


def records(root: Path, _: Sequence[str]) -> Pass:
    """Reads the standards as `load` does: places, duplicate keys, validation."""
    from textbuild.load.files import read_text
    from textbuild.load.garbage import without_garbage_collection
    from textbuild.load.records import read_record

    paths = [path.relative_to(root).as_posix() for path in _standards(root)]

    def work() -> None:
        with without_garbage_collection():
            assert all(read_record(read_text(root, path))[0] is not None for path in paths)

    return work, len(paths)


def records_stock(root: Path, _: Sequence[str]) -> Pass:
    """Reads the same files with PyYAML's SafeLoader: plain values, no places, no validation."""
    import yaml

    paths = _standards(root)
    return lambda: [yaml.load(path.read_text(encoding="utf-8"), yaml.SafeLoader) for path in paths], len(paths)


def load(root: Path, _: Sequence[str]) -> Pass:
    """Loads all records from their files."""
    from textbuild.load.library import load_records

    return lambda: load_records(root), len(_standards(root))


def load_again(root: Path, _: Sequence[str]) -> Pass:
    """Loads all records as a command does: those that have not changed from the store."""
    from textbuild.load.library import load_records
    from textbuild.load.record_cache import RecordCache
    from textbuild.load.store import Store

    def work() -> None:
        cache = RecordCache(Store(root / ".cache"), "benchmark")
        load_records(root, cache)
        cache.save()

    return work, len(_standards(root))


def verdicts(root: Path, arguments: Sequence[str]) -> Pass:
    """Works out the verdict of every edition, each anew."""
    from textbuild.link.registry import Registry
    from textbuild.link.verdict import verdict
    from textbuild.load.garbage import without_garbage_collection
    from textbuild.load.library import load_records

    registry = Registry.of(load_records(root).standards)
    day = date.fromisoformat(arguments[0])

    def work() -> None:
        with without_garbage_collection():
            assert [verdict(registry, edition, day) for edition in registry.editions]

    return work, len(registry.editions)


def citations(root: Path, _: Sequence[str]) -> Pass:
    """Finds every standard number in the text of the books."""
    from textbuild.model.standard_number import find_all

    texts = _texts(root / "books")
    return lambda: [find_all(text) for text in texts], _characters(texts)


def citations_stock(root: Path, _: Sequence[str]) -> Pass:
    """Looks for the plainest form only, with the standard library's `re`."""
    plain = re.compile(r"\b(?:GB(?:/[TZ])?|ISO|IEC|RFC|T/[A-Z]+|[A-Z]{2}/T) [0-9.]+(?:[-—][0-9]{4})?")
    texts = _texts(root / "books")
    return lambda: [plain.findall(text) for text in texts], _characters(texts)


def modules(folder: Path, _: Sequence[str]) -> Pass:
    """Reads modules as `load` does: tokens, and all that they mention with its place."""
    from textbuild import markdown

    texts = _texts(folder)
    return lambda: [markdown.outline(markdown.parse(text, "books/b/m.md")) for text in texts], len(texts)


def modules_stock(folder: Path, _: Sequence[str]) -> Pass:
    """Converts the same modules with Python-Markdown and the extensions that Material recommends."""
    from benchmarks.stock import converter

    texts, stock = _texts(folder), converter()
    return lambda: [stock.reset().convert(text) for text in texts], len(texts)


def all_modules_stock(root: Path, arguments: Sequence[str]) -> Pass:
    """The same for all books, once: the yardstick for `check`, which reads them all."""
    return modules_stock(root / "books", arguments)


PROBES: Mapping[str, Callable[[Path, Sequence[str]], Pass]] = {
    "records": records,
    "records-stock": records_stock,
    "load": load,
    "load-again": load_again,
    "verdicts": verdicts,
    "citations": citations,
    "citations-stock": citations_stock,
    "modules": modules,
    "modules-stock": modules_stock,
    "all-modules-stock": all_modules_stock,
}
_ONCE = frozenset({"all-modules-stock"})


def _texts(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))]


def _characters(texts: Sequence[str]) -> int:
    return sum(len(text) for text in texts)


def _standards(root: Path) -> list[Path]:
    folders = (folder for folder in (root / "standards").iterdir() if folder.name not in ("jobs", "processes"))
    return sorted(path for folder in folders for path in folder.rglob("*.yml"))


def _passes(work: Callable[[], object], times: int) -> Iterator[float]:
    for _ in range(times):
        started = time.process_time()  # one thread: what others do on the machine does not count
        work()
        yield time.process_time() - started


def main(name: str, folder: str, *arguments: str) -> None:
    work, units = PROBES[name](Path(folder), arguments)
    seconds = min(_passes(work, 1 if name in _ONCE else _PASSES))
    print(json.dumps({"seconds": seconds, "units": units}))


if __name__ == "__main__":
    main(*sys.argv[1:])
