"""The order of terms in Chinese lists: by pinyin, character by character, under the letter that begins it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from textbuild.publish.readings import CHARACTERS, WORDS

Key = tuple[str, str, str, str]
_NOT_A_LETTER = re.compile(r"[^a-z]+")


def pinyin_key(term: str, written: str | None = None) -> Key:
    """Sorts terms; the first part is the initial, `A`-`Z`, or `~` for what begins with no letter.

    `written` is the pinyin where an author gave it: the computed one may choose the wrong of several readings.
    """
    told = written or _pinyin(term)
    base = "".join(c for c in unicodedata.normalize("NFD", told.lower()) if not unicodedata.combining(c))
    first = next((c for c in base if c.isalnum()), "")
    initial = first.upper() if "a" <= first <= "z" else "~"
    return initial, _NOT_A_LETTER.sub(" ", base).strip(), told.lower(), term


def _pinyin(term: str) -> str:
    from pypinyin import Style

    told = _reader()(term, style=Style.TONE3, neutral_tone_with_five=True)
    return " ".join(syllable[0].strip() for syllable in told)


@cache
def _reader() -> Callable[..., list[list[str]]]:
    from pypinyin import load_phrases_dict, load_single_dict, pinyin  # its tables take 0.2 s to load

    load_single_dict({ord(character): readings for character, readings in CHARACTERS.items()})
    load_phrases_dict({word: [[one] for one in told.split()] for word, told in WORDS.items()})
    return pinyin
