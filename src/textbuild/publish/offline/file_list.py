"""`<book>/offline.json`: the files that a browser keeps so that the book can be read without a network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from textbuild.model.book import Book

_DIGITS = 24  # 96 bits tell two files apart; a longer list would cost each reader more
_NOT_KEPT = frozenset({".m4a", ".mp3", ".mp4", ".ogg", ".wav", ".webm", ".zip"})  # too large to be kept unasked


def file_list(book: Book, files: Mapping[str, str], site: Path, day: date) -> str:
    """`files`: path in the site → SHA-256. `hash` changes with any of them; `size` is their sum in bytes."""
    kept = {path: digest[:_DIGITS] for path, digest in files.items() if PurePosixPath(path).suffix not in _NOT_KEPT}
    whole = "\n".join(f"{path} {digest}" for path, digest in kept.items())
    found = {
        "book": book.id,
        "title": book.title,
        "checked": day.isoformat(),
        "hash": hashlib.sha256(whole.encode()).hexdigest()[:_DIGITS],
        "size": sum((site / path).stat().st_size for path in kept),
        "files": kept,
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"
