"""Reads the library's files, and only those."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from textbuild.diagnostics import Diagnostic
from textbuild.load.rules import encoding_not_utf8, file_unreadable

Stamp = tuple[int, int, int, int]
"""Of a file: its number on the disk, its size, and when its content and when anything of it was last changed."""
_SETTLED = 2_000_000_000
"""Nanoseconds: a file that was changed less long ago may be changed again and get the same stamp."""
MAX_TEXT = 4 * 1024 * 1024
"""Bytes of the largest Markdown or YAML file that is read: a module of 600 pages."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text file's content, line ends as `\\n`, or the reason why there is none."""

    path: str
    content: str | None
    fault: Diagnostic | None = None


def read_text(root: Path, path: str, book: str | None = None, within: dict[str, bool] | None = None) -> Text:
    """Reads the UTF-8 file at `path` (relative to `root`, with `/`).

    `within` remembers which folders lie within `root`, for those who read many files in one go.
    """
    try:
        content = _read(str(root), path, {} if within is None else within)
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


def stamp_of(root: str | Path, path: str) -> Stamp | None:
    """What changes whenever a file does: the system sets the time of change, and no archive or checkout can.

    None where that can not be told: of a link, of a file changed just now, on systems that keep no such time.
    """
    try:
        found = os.lstat(f"{root}/{path}")
    except OSError:
        return None
    if os.name != "posix" or not stat.S_ISREG(found.st_mode) or time.time_ns() - found.st_ctime_ns < _SETTLED:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def hash_file(path: Path) -> str:
    """The SHA-256 of a file's content; of nothing, where it is no regular file that can be read."""
    try:
        handle, _ = _open(str(path))
    except OSError:
        return hashlib.sha256().hexdigest()
    with os.fdopen(handle, "rb", buffering=0) as file:
        return hashlib.sha256(file.read()).hexdigest()


def _read(root: str, path: str, within: dict[str, bool]) -> bytes | Diagnostic:
    full = f"{root}/{path}"
    folder = full.rpartition("/")[0]
    if folder not in within:
        within[folder] = is_within(folder, root)
    if not within[folder] or (os.path.islink(full) and not is_within(full, root)):
        return file_unreadable.diagnose(path, file_unreadable.OUTSIDE)
    handle, size = _open(full)
    try:
        if size > MAX_TEXT:
            return file_unreadable.diagnose(path, file_unreadable.too_large(size, MAX_TEXT))
        return os.read(handle, size + 1)  # asking for the most that there may be would clear 4 MB for each small file
    finally:
        os.close(handle)


def is_within(path: str, root: str) -> bool:
    """Whether a file or folder, links followed, is the root or lies below it."""
    real, base = os.path.realpath(path), os.path.realpath(root)
    return real == base or real.startswith(os.path.join(base, ""))


def _open(path: str) -> tuple[int, int]:
    """A regular file, open, and its size in bytes.

    Raises OSError for anything else: a named pipe or a device would make us wait for ever.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        raise OSError(f"{path}: not a regular file")
    return handle, status.st_size


def walk(root: Path, folder: str) -> Iterator[str]:
    """Every file below `folder`, relative to `root`, sorted; hidden ones and linked folders are left out."""
    base = root / folder
    for current, folders, names in os.walk(base, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        relative = Path(current).relative_to(root).as_posix()
        for name in sorted(names):
            if not name.startswith("."):
                yield f"{relative}/{name}"
