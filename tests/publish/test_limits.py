"""A process has the memory that it may have, and no more."""

from __future__ import annotations

from textbuild.publish.executor import run_tasks
from textbuild.publish.limits import limit_memory


def _takes(most: int, wants: int) -> int:
    limit_memory(most)
    return len(bytearray(wants))


def test_what_asks_for_more_memory_than_it_may_have_is_ended() -> None:
    tasks = [("modest", lambda: _takes(10**9, 10**6)), ("greedy", lambda: _takes(10**9, 2 * 10**9))]
    outcomes = {one.name: one for one in run_tasks(tasks, jobs=1)}
    assert outcomes["modest"].value == 10**6
    assert "MemoryError" in (outcomes["greedy"].problem or "")
