"""Which files of a library hold records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from textbuild.load.files import Text, read_text, walk

FOLDER = "standards"
_NO_RECORDS = ("standards/mappings/",)
"""Folders below `standards/` that hold no records."""


def holds_record(path: str) -> bool:
    """Whether the file at a path below `standards/` is one."""
    return path.endswith((".yml", ".yaml")) and not path.startswith(_NO_RECORDS)


def record_paths(root: Path) -> Iterator[str]:
    """The records' files, in the order in which the first of two duplicates is found."""
    return filter(holds_record, walk(root, FOLDER))


def record_texts(root: Path) -> Iterator[Text]:
    """The records' files as they are on the disk."""
    within: dict[str, bool] = {}
    return (read_text(root, path, within=within) for path in record_paths(root))
