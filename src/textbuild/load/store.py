"""Answers kept from run to run below `.cache/`, signed, so that a stranger's pull request can not plant one."""

from __future__ import annotations

import hashlib
import hmac
import os
import pickle
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import textbuild

_REMEMBERED = 6


class Store:
    """Values by name in one folder.

    A value that is missing, damaged, not signed by this user, or kept by other code than this, is None: an object that
    older code made may lack what its class has now.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> Any:
        try:
            data = self._path(name).read_bytes()
        except OSError:
            return None
        signature, content = data[:32], data[32:]
        if not hmac.compare_digest(signature, self._sign(name, content)):
            return None
        try:
            return pickle.loads(content)
        except Exception:  # another version of a library made it
            return None

    def put(self, name: str, value: Any) -> None:
        """Keeps `value`. Where nothing can be written the next run just works it out again."""
        content = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
        path = self._path(name)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f"{path.name}.{os.getpid()}")
            beside.write_bytes(self._sign(name, content) + content)
            beside.replace(path)

    def recall(self, name: str, question: str) -> Any:
        """The answer to one of the last few questions that were asked under `name`, or None."""
        return (self.get(name) or {}).get(question)

    def remember(self, name: str, question: str, answer: Any) -> None:
        """Keeps the answer, and forgets those to questions asked long ago."""
        kept = {**(self.get(name) or {})}
        kept.pop(question, None)
        kept[question] = answer
        self.put(name, dict(list(kept.items())[-_REMEMBERED:]))

    def _path(self, name: str) -> Path:
        return self._folder / hashlib.sha256(name.encode()).hexdigest()[:32]

    def _sign(self, name: str, content: bytes) -> bytes:
        return hmac.digest(_key(), _code() + name.encode() + b"\0" + content, "sha256")


@cache
def _code() -> bytes:
    """Names this package's code as it is on the disk, by sizes and times: reading it all would cost more."""
    package = Path(textbuild.__file__).parent
    stats = [(path.relative_to(package).as_posix(), path.stat()) for path in sorted(package.rglob("*.py"))]
    return hashlib.sha256(repr([(name, one.st_size, one.st_mtime_ns) for name, one in stats]).encode()).digest()


@cache
def _key() -> bytes:
    """This user's secret, made at first use outside of any library. Without a home, one that lasts for this run."""
    base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "textbuild"
    path = base / "cache-key"
    try:
        base.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(32))
        key = path.read_bytes()
    except (OSError, RuntimeError):
        key = b""
    return key if len(key) == 32 else secrets.token_bytes(32)
