"""Many records at once: those whose files have not changed come from the store, the others are read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

from textbuild.load.files import Stamp, is_within, read_text, stamp_of
from textbuild.load.late_places import LatePlaces
from textbuild.load.packing import pack, unpack
from textbuild.load.record_files import FOLDER, record_paths
from textbuild.load.records import ReadRecord, read_record
from textbuild.load.store import Store
from textbuild.load.yaml_places import YamlPlaces
from textbuild.model.base import Frozen
from textbuild.model.span import Sourced

_SHELVES = 64
"""A record that changes has one shelf in 64 written anew."""
Kept = tuple[Stamp | None, bytes, Frozen]
"""A file's stamp, the hash of its content, and its record. A file with a fault is not kept: it is read again."""


@dataclass(slots=True)
class _Shelf:
    kept: dict[str, Kept]
    """By path, as the last run left it."""
    used: dict[str, Kept] = field(default_factory=dict)

    @property
    def changed(self) -> bool:
        return len(self.used) != len(self.kept) or any(
            self.kept.get(path) is not one for path, one in self.used.items()
        )


class RecordCache:
    """Reads all records of a library. `version` names the reader: another version's answers are not used."""

    def __init__(self, store: Store, version: str) -> None:
        self._store, self._version = store, version
        self._shelves: dict[int, _Shelf] = {}

    def __call__(self, root: Path) -> Iterator[ReadRecord]:
        """The records in the order of their paths. A file of which the stamp is as it was is not even opened."""
        trusted = is_within(f"{root}/{FOLDER}", str(root))
        within: dict[str, bool] = {}
        top = str(root)  # once, not for each of 80,000 files
        for path in record_paths(root):
            shelf = self._shelf_of(path)
            stamp = stamp_of(top, path) if trusted else None
            kept = shelf.kept.get(path)
            if kept is not None and stamp is not None and kept[0] == stamp:
                shelf.used[path] = kept
                yield Sourced(kept[2], LatePlaces(root, path)), ()
            else:
                yield _read(root, path, stamp, shelf, within)

    def save(self) -> None:
        """Keeps what was read, and only that, for the next run."""
        for number, shelf in self._shelves.items():
            if shelf.changed:
                self._store.put(_name(number), (self._version, pack(shelf.used)))
        self._shelves = {}

    def _shelf_of(self, path: str) -> _Shelf:
        number = crc32(path.encode("utf-8", "surrogateescape")) % _SHELVES
        if number not in self._shelves:
            version, packed = self._store.get(_name(number)) or ("", b"")
            self._shelves[number] = _Shelf(unpack(packed) if version == self._version else {})
        return self._shelves[number]


def _read(root: Path, path: str, stamp: Stamp | None, shelf: _Shelf, within: dict[str, bool]) -> ReadRecord:
    text = read_text(root, path, within=within)
    digest = hashlib.sha256((text.content or "").encode()).digest()
    kept = shelf.kept.get(path)
    if kept is not None and text.content is not None and kept[1] == digest:
        shelf.used[path] = kept if kept[0] == stamp else (stamp, digest, kept[2])
        return Sourced(kept[2], YamlPlaces(path, text.content)), ()
    record, found = read_record(text)
    if record is not None and not found:
        shelf.used[path] = stamp, digest, record.value
    return record, found


def _name(number: int) -> str:
    """In the store. The same for all versions: else each version of textbuild would leave its own there for ever."""
    return f"records {number}"
