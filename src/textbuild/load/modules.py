"""Many modules at once: those that have not changed come from the store, the others are parsed side by side."""

from __future__ import annotations

import gc
import hashlib
import multiprocessing
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from textbuild.load.files import Text, read_text
from textbuild.load.module import ModuleResult, parse_module
from textbuild.load.packing import pack, unpack
from textbuild.load.store import Store

_NAME = "modules"
"""In the store. Under one name for all versions: else each version of textbuild would leave its own there for ever."""
_WORTH_A_POOL = 48
"""Modules to parse from which on starting processes pays."""


class ModuleCache:
    """A ModuleLoader that remembers. `version` names the parser: another version's answers are not used."""

    def __init__(self, store: Store, version: str, jobs: int = 1) -> None:
        self._store, self._version, self._jobs = store, version, jobs
        kept: tuple[str, dict[str, bytes]] = store.get(_NAME) or ("", {})
        self._stored = kept[1] if kept[0] == version else {}
        self._packed = dict(self._stored)
        self._read: dict[str, ModuleResult] = {}
        """What the last call gave, and only that: a preview asks again and again."""

    def __call__(self, root: Path, wanted: Sequence[tuple[str, str]]) -> Iterable[ModuleResult]:
        texts = [(read_text(root, path, book), book) for path, book in wanted]
        keys = [_key(text, book) for text, book in texts]
        known = self._packed.keys() | self._read.keys()
        self._parse({key: text for key, text in zip(keys, texts, strict=True) if key not in known})
        self._read = {key: self._read[key] if key in self._read else unpack(self._packed[key]) for key in keys}
        return [self._read[key] for key in keys]

    def save(self) -> None:
        """Keeps what the last call gave, and only that, for the next run."""
        if self._read.keys() == self._stored.keys():
            return
        self._stored = {key: self._packed.get(key) or pack(result) for key, result in self._read.items()}
        self._packed = dict(self._stored)
        self._store.put(_NAME, (self._version, self._stored))

    def _parse(self, texts: dict[str, tuple[Text, str]]) -> None:
        """Parses here, or in processes that last as long as this call."""
        if self._jobs < 2 or len(texts) < _WORTH_A_POOL:
            self._read.update({key: parse_module(*text) for key, text in texts.items()})
            return
        with ProcessPoolExecutor(self._jobs, multiprocessing.get_context("fork"), initializer=gc.disable) as pool:
            self._packed.update(zip(texts, pool.map(_parse_packed, texts.values(), chunksize=8), strict=True))


def _parse_packed(text: tuple[Text, str]) -> bytes:
    return pack(parse_module(*text))


def _key(text: Text, book: str) -> str:
    content = text.content if text.content is not None else repr(text.fault)
    return hashlib.sha256(f"{text.path}\0{book}\0{content}".encode("utf-8", "surrogatepass")).hexdigest()
