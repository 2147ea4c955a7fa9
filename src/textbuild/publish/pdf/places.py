"""What a rendered module says of itself to the indexes: where it names standards, where it explains words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import unescape

from textbuild.render import Fragment

_NAMED = re.compile(r'<a(?= class="tb-citation[^"]*" href="#ref-(\d+)")|<dt>(?=(.*?)</dt>)', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Places:
    """Ids within a chapter."""

    standards: tuple[tuple[int, str], ...] = ()
    """(number in the reference list, id) of every citation, in the order of reading."""
    words: tuple[tuple[str, str], ...] = ()
    """(words, id) of every term of a definition list."""


def with_places(fragment: Fragment, prefix: str) -> tuple[Fragment, Places]:
    """The module with an id at each citation and at each term that it explains, its answers with them."""
    standards: list[tuple[int, str]] = []
    words: list[tuple[str, str]] = []

    def named(found: re.Match[str]) -> str:
        if found[1]:
            standards.append((int(found[1]), f"{prefix}.cite{len(standards) + 1}"))
            return f'<a id="{standards[-1][1]}"'
        words.append((_plain(found[2]), f"{prefix}.word{len(words) + 1}"))
        return f'<dt id="{words[-1][1]}">'

    html = _NAMED.sub(named, fragment.html)
    answers = tuple(replace(one, html=_NAMED.sub(named, one.html)) for one in fragment.answers)
    return replace(fragment, html=html, answers=answers), Places(tuple(standards), tuple(words))


def of_reference(places: Iterable[Places], number: int) -> list[str]:
    """The ids of all citations of one entry of the reference list."""
    return [id_ for one in places for cited, id_ in one.standards if cited == number]


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
