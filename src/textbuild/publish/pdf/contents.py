"""Which sections of its modules the printed table of contents lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

_MOST_LINES = 60
"""What two pages hold; sections stand in two columns."""


def sections_to_list(titles: Sequence[Sequence[str]]) -> frozenset[str]:
    """The titles of sections that the contents list. `titles`: those of each module.

    Where every module has the same sections, `任务情境`, `自测`, they tell a reader nothing and none is listed; nor is
    any where they would fill more than two pages.
    """
    modules = Counter(title for own in titles for title in set(own))
    telling = frozenset(title for title, count in modules.items() if count == 1)
    lines = len(titles) + len(telling) / 2
    return telling if len(telling) >= len(modules) / 2 and lines <= _MOST_LINES else frozenset()
