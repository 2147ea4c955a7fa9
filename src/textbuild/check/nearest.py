"""Finds the known name that looks most like a wrong one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MOST = 100
"""Wrong names of one book that are looked up: each lookup compares with all known names, and nobody reads more."""


class Nearest:
    """Suggestions out of one set of known names."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = list(dict.fromkeys(known))
        self._left = MOST

    def __call__(self, wanted: str, other_than: str | None = None) -> str | None:
        """The known name nearest to `wanted`, or None if none looks like it."""
        self._left -= 1
        if self._left < 0:
            return None
        found = difflib.get_close_matches(wanted, self._known, n=2)
        return next((name for name in found if name != other_than), None)
