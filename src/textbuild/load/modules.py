"""Many modules at once: those that have not changed come from the store, the others are parsed side by side."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from textbuild.load.files import Text, read_text
from textbuild.load.module import ModuleResult, parse_module
from textbuild.load.store import Store

_WORTH_A_POOL = 48
"""Modules to parse from which on starting processes pays."""


class ModuleCache:
    """A ModuleLoader that remembers. `version` names the parser: another version's answers are not used."""

    def __init__(self, store: Store, version: str, jobs: int = 1) -> None:
        self._store, self._jobs = store, jobs
        self._name = f"modules {version}"
        self._kept: dict[str, ModuleResult] = store.get(self._name) or {}
        self._used: dict[str, ModuleResult] = {}
        self._fresh = False
        self._pool: ProcessPoolExecutor | None = None

    def __call__(self, root: Path, wanted: Sequence[tuple[str, str]]) -> Iterable[ModuleResult]:
        texts = [(read_text(root, path, book), book) for path, book in wanted]
        keys = [_key(text, book) for text, book in texts]
        missing = [i for i, key in enumerate(keys) if key not in self._kept]
        for i, result in zip(missing, self._parse([texts[i] for i in missing]), strict=True):
            self._kept[keys[i]] = result
            self._fresh = True
        for key in keys:
            self._used[key] = self._kept[key]
        return [self._kept[key] for key in keys]

    def save(self) -> None:
        """Keeps what this run used, and only that, for the next."""
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None
        if self._fresh or len(self._used) != len(self._kept):
            self._store.put(self._name, self._used)

    def _parse(self, texts: list[tuple[Text, str]]) -> Iterator[ModuleResult]:
        if self._jobs < 2 or (len(texts) < _WORTH_A_POOL and self._pool is None):
            yield from (parse_module(*text) for text in texts)
            return
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, multiprocessing.get_context("fork"))
        yield from self._pool.map(parse_module, *zip(*texts, strict=True), chunksize=8) if texts else ()


def _key(text: Text, book: str) -> str:
    content = text.content if text.content is not None else repr(text.fault)
    return hashlib.sha256(f"{text.path}\0{book}\0{content}".encode("utf-8", "surrogatepass")).hexdigest()
