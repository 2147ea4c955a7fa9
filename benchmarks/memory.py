"""The memory of a process and all that it starts, as Linux tells it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_SECONDS = 0.2
"""Between two looks."""


def most_together(pid: int) -> int:
    """Watches until the process has ended; bytes in memory at most of all its processes, shared ones counted once.

    The process stays a zombie, for its parent to ask. 0 where there is no `/proc`.
    """
    most = 0
    while _state(pid) not in ("Z", ""):
        most = max(most, sum(_share(one) for one in (pid, *_descendants(pid))))
        time.sleep(_SECONDS)
    return most


def _descendants(pid: int) -> Iterator[int]:
    with suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            yield int(child)
            yield from _descendants(int(child))


def _share(pid: int) -> int:
    """Its own pages, and of those that it shares its part."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def _state(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return ""
