"""Reads the library's files, and only those."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from textbuild.diagnostics import Diagnostic
from textbuild.load.rules import encoding_not_utf8, file_unreadable

MAX_TEXT = 4 * 1024 * 1024
"""Bytes of the largest Markdown or YAML file that is read: a module of 600 pages."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text file's content, line ends as `\\n`, or the reason why there is none."""

    path: str
    content: str | None
    fault: Diagnostic | None = None


def read_text(root: Path, path: str, book: str | None = None) -> Text:
    """Reads the UTF-8 file at `path` (relative to `root`, with `/`)."""
    try:
        content = _read(root, path)
    except FileNotFoundError:
        return Text(path, None, file_unreadable.diagnose(path, file_unreadable.MISSING, book))
    except PermissionError:
        return Text(path, None, file_unreadable.diagnose(path, file_unreadable.FORBIDDEN, book))
    except OSError:
        return Text(path, None, file_unreadable.diagnose(path, file_unreadable.NOT_A_FILE, book))
    return decoded(path, content, book) if isinstance(content, bytes) else Text(path, None, content)


def decoded(path: str, data: bytes, book: str | None = None) -> Text:
    """The text that a file's bytes are."""
    if (nul := data.find(b"\0")) >= 0:
        return Text(path, None, encoding_not_utf8.diagnose(path, data, nul, book))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Text(path, None, encoding_not_utf8.diagnose(path, data, error.start, book))
    return Text(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def hash_file(path: Path) -> str:
    """The SHA-256 of a file's content; of nothing, where it is no regular file that can be read."""
    try:
        with _open(path) as file:
            return hashlib.sha256(file.read()).hexdigest()
    except OSError:
        return hashlib.sha256().hexdigest()


def _read(root: Path, path: str) -> bytes | Diagnostic:
    full = root / path
    if not _is_within(full, root):
        return file_unreadable.diagnose(path, file_unreadable.OUTSIDE)
    with _open(full) as file:
        size = os.fstat(file.fileno()).st_size
        if size > MAX_TEXT:
            return file_unreadable.diagnose(path, file_unreadable.too_large(size, MAX_TEXT))
        return file.read(MAX_TEXT + 1)


def _is_within(path: Path, root: Path) -> bool:
    """`Path.resolve` would tell the same and take three times as long, for every file of the library."""
    return os.path.realpath(path).startswith(os.path.join(os.path.realpath(root), ""))


def _open(path: Path) -> IO[bytes]:
    """Opens a regular file. Raises OSError for anything else: a named pipe or a device would make us wait for ever."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    file = os.fdopen(handle, "rb")
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        file.close()
        raise OSError(f"{path}: not a regular file")
    return file


def walk(root: Path, folder: str) -> Iterator[str]:
    """Every file below `folder`, relative to `root`, sorted; hidden ones and linked folders are left out."""
    base = root / folder
    for current, folders, names in os.walk(base, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        relative = Path(current).relative_to(root).as_posix()
        for name in sorted(names):
            if not name.startswith("."):
                yield f"{relative}/{name}"
