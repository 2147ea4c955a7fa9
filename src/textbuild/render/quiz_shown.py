"""The order in which answers are shown: shuffled by what the question says, the same in every medium and build."""

from __future__ import annotations

import hashlib

from textbuild.model.quiz import Question


def order_shown(question: Question) -> list[int]:
    """Indices of the steps as they are shown."""
    return _shuffled(list(range(len(question.steps))), question.digest)


def rights_shown(question: Question) -> list[int]:
    """Rows whose right side is shown, each text once."""
    first: dict[str, int] = {}
    for row, pair in enumerate(question.pairs):
        first.setdefault(pair.right, row)
    return _shuffled(list(first.values()), question.digest)


def _shuffled(rows: list[int], seed: str) -> list[int]:
    """Never in the order given, which would be the answer."""
    shown = sorted(rows, key=lambda row: hashlib.sha256(f"{seed}{row}".encode()).digest())
    return shown[1:] + shown[:1] if shown == rows else shown
