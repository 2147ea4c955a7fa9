"""Brings words into the form in which they are compared, and cuts them into the keys of the index.

`search-index.js` does the same with what a reader types; the ranges are written there once more.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = "a-z\u00df-\u00f6\u00f8-\u1fff"
_GRAMS = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\ud7ff\uf900-\ufaff\U00010000-\U0010ffff"
_RUN = re.compile(f"[{_GRAMS}]+|[{_LETTERS}0-9]+")
_CHANGE = re.compile(f"(?<=[{_LETTERS}])(?=[0-9])|(?<=[0-9])(?=[{_LETTERS}])")
_SLASHED = re.compile(f"(?<![{_LETTERS}0-9])([{_LETTERS}]{{1,8}})/([{_LETTERS}]{{1,8}})(?![{_LETTERS}])")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff").union(map(chr, range(0xFE00, 0xFE10)))
_LONGEST = 32
"""Letters and digits of a word that count."""
_PIECES = 8
"""Places in a word at which a search may begin: `3v2g` is found by `v2g`, too."""


class _Folds(dict[int, str]):
    """Code point → what it is compared as; worked out when it is met for the first time."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Full-width to half-width, capitals to small letters, one kind of dash, character by character."""
    return text.translate(_FOLDS)


def keys(folded: str) -> set[str]:
    """The keys under which a text is found: each pair of Chinese characters, and words from each piece on.

    The last character of a run stands alone, so that all keys that begin with a character give every place of it.
    `GB/T` is found as `gbt`, too: standards are typed so.
    """
    found = {one + other for one, other in _SLASHED.findall(folded)} if "/" in folded else set()
    for run in _RUN.findall(folded):
        if run[0] >= "\u2e80":
            found.update(map(str.__add__, run, run[1:]))
            found.add(run[-1])
        else:
            found.add(run[:_LONGEST])
            for change in list(_CHANGE.finditer(run))[:_PIECES]:
                found.add(run[change.start() :][:_LONGEST])
    return found


def _fold(character: str) -> str:
    if character in _DASHES:
        return "-"
    if character in _UNSEEN:
        return ""
    return unicodedata.normalize("NFKC", character).lower()
