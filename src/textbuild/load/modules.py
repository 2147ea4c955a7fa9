"""Many modules at once: those that have not changed come from the store, the others are parsed side by side."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from textbuild.load.files import Text, read_text
from textbuild.load.module import ModuleResult, parse_module
from textbuild.load.packing import pack, unpack
from textbuild.load.store import Store

_WORTH_A_POOL = 48
"""Modules to parse from which on starting processes pays."""


class ModuleCache:
    """A ModuleLoader that remembers. `version` names the parser: another version's answers are not used."""

    def __init__(self, store: Store, version: str, jobs: int = 1) -> None:
        self._store, self._jobs = store, jobs
        self._name = f"modules {version}"
        self._stored: dict[str, bytes] = store.get(self._name) or {}
        self._packed = dict(self._stored)
        self._read: dict[str, ModuleResult] = {}
        self._used: dict[str, None] = {}

    def __call__(self, root: Path, wanted: Sequence[tuple[str, str]]) -> Iterable[ModuleResult]:
        texts = [(read_text(root, path, book), book) for path, book in wanted]
        keys = [_key(text, book) for text, book in texts]
        known = self._packed.keys() | self._read.keys()
        self._parse({key: text for key, text in zip(keys, texts, strict=True) if key not in known})
        self._used.update(dict.fromkeys(keys))
        return [self._result(key) for key in keys]

    def save(self) -> None:
        """Keeps what this run used, and only that, for the next."""
        if self._used.keys() == self._stored.keys():
            return
        self._stored = {key: self._packed.get(key) or pack(self._read[key]) for key in self._used}
        self._store.put(self._name, self._stored)

    def _result(self, key: str) -> ModuleResult:
        if key not in self._read:
            self._read[key] = unpack(self._packed[key])
        return self._read[key]

    def _parse(self, texts: dict[str, tuple[Text, str]]) -> None:
        """Parses here, or in processes that last as long as this call."""
        if self._jobs < 2 or len(texts) < _WORTH_A_POOL:
            self._read.update({key: parse_module(*text) for key, text in texts.items()})
            return
        with ProcessPoolExecutor(self._jobs, multiprocessing.get_context("fork")) as pool:
            self._packed.update(zip(texts, pool.map(_parse_packed, texts.values(), chunksize=8), strict=True))


def _parse_packed(text: tuple[Text, str]) -> bytes:
    return pack(parse_module(*text))


def _key(text: Text, book: str) -> str:
    content = text.content if text.content is not None else repr(text.fault)
    return hashlib.sha256(f"{text.path}\0{book}\0{content}".encode("utf-8", "surrogatepass")).hexdigest()
