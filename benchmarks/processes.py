"""Runs a command in a fresh process and tells what it took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.memory import most_together

REPOSITORY = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process and its children took."""

    seconds: float
    """By the clock on the wall."""
    cpu: float
    """Seconds of all cores, user and system: tells more than the clock on a machine that others use too."""
    peak: int
    """Bytes in memory at most, of whichever of the processes had most (pages shared after a fork count for each)."""
    output: str
    """Both streams."""
    together: int = 0
    """Bytes in memory at most of all processes at once, what they share counted once; 0 where nobody looked."""


class RunFailedError(Exception):
    """A command that had to succeed did not."""


def run(
    command: Sequence[str], folder: Path = REPOSITORY, codes: Sequence[int] = (0,), *, watched: bool = False
) -> Usage:
    """Runs a command to its end; `watched` for the memory of all its processes.

    Raises RunFailedError with its last words where its exit code is none of `codes`.
    """
    with tempfile.TemporaryFile() as stream:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=stream, stderr=subprocess.STDOUT, env=_environment())
        together = most_together(process.pid) if watched else 0
        _, status, used = os.wait4(process.pid, 0)  # unlike Popen.wait it tells what this one process used
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        stream.seek(0)
        output = stream.read().decode(errors="replace")
    if process.returncode not in codes:
        raise RunFailedError(f"{' '.join(command)} ended with {process.returncode}:\n{output[-2000:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Usage(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * unit, output, together)


def best(times: int, command: Sequence[str], before: Callable[[], object] = lambda: None) -> Usage:
    """The fastest of several runs, each after `before`: what others do on the machine only ever slows one down."""
    found: list[Usage] = []
    for _ in range(times):
        before()
        found.append(run(command))
    return min(found, key=lambda usage: usage.seconds)


def python(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", module, *arguments]


def _environment() -> dict[str, str]:
    """Ours, with this very checkout first on the path."""
    paths = [str(REPOSITORY / "src"), str(REPOSITORY), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path), "NO_MKDOCS_2_WARNING": "1"}
