"""Self-tests for other programs: GIFT for Moodle, QTI 3.0 for examination systems."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from textbuild.publish.quiz import gift, qti
from textbuild.publish.quiz.selection import Selection, selected

__all__ = ["FORMATS", "Selection", "selected"]

FORMATS: Mapping[str, Callable[[Selection], bytes]] = MappingProxyType({"qti": qti.render, "gift": gift.render})
