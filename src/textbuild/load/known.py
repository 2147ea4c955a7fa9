"""The records of a day in the past, kept from run to run: what a commit holds never changes."""

from __future__ import annotations

import pickle
from pathlib import Path

from textbuild.load.garbage import without_garbage_collection
from textbuild.load.history import Snapshot, read_snapshot
from textbuild.load.library import Records, read_records
from textbuild.load.store import Store

_NAME = "known records"
"""In the store."""


def known_records(root: Path, snapshot: Snapshot, store: Store, version: str) -> Records:
    """The records as `snapshot` holds them. `version` names the reader: another version's answers are not used.

    Raises NoHistoryError where git can not read them.
    """
    question = f"{snapshot.tree} {version}"
    kept: bytes | None = store.recall(_NAME, question)
    if kept is not None:
        with without_garbage_collection():
            records: Records = pickle.loads(kept)
            return records
    records = read_records(read_snapshot(root, snapshot))
    store.remember(_NAME, question, pickle.dumps(records, pickle.HIGHEST_PROTOCOL))
    return records
