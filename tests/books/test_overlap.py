"""No two modules of our books say the same in the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

from tests.books.shelf import han, modules

SHINGLE = 12
"""Chinese characters: shorter runs are terms of the trade and set phrases."""
MOST_SHARED = 0.06
"""Of the shingles of the shorter module. A paragraph copied into a module of 2,500 characters is about 0.08."""


def shingles(text: str) -> set[str]:
    signs = han(text)
    return {signs[start : start + SHINGLE] for start in range(len(signs) - SHINGLE + 1)}


def test_modules_share_few_runs_of_words() -> None:
    of_module = {one.module.path: shingles(one.module.text) for one in modules()}
    holders = defaultdict(list)
    for path, found in of_module.items():
        for shingle in found:
            holders[shingle].append(path)
    shared = Counter(pair for paths in holders.values() if len(paths) > 1 for pair in combinations(paths, 2))
    parts = {pair: count / min(len(of_module[path]) for path in pair) for pair, count in shared.items()}
    assert {pair: round(part, 3) for pair, part in parts.items() if part > MOST_SHARED} == {}


def test_a_copied_paragraph_would_be_seen() -> None:
    text = modules()[0].module.text
    half = text[: len(text) // 2]
    assert len(shingles(text) & shingles(half)) / len(shingles(half)) > MOST_SHARED
