"""Lists of pages in an index: each page once, pages in a row as a range, filled in when all else is laid out.

In the templates `<span class="page-list" data-main="#a" data-roman="#b" data-pages="#c #d"></span>` stands for the
pages of these ids: the one that explains the word (it is printed bold), those with Roman numbers, the others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

Counters = Mapping[str, int]
Asked = dict[tuple[str, str], int | None]
"""(id, counter) → the value that was printed."""

_LIST = re.compile(r'<span class="page-list"((?: data-[a-z]+="[^"]*")*)></span>')
_PART = re.compile(r'data-([a-z]+)="([^"]*)"')
_LEAST_RANGE = 3
"""Pages in a row; two are listed one by one."""
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def listed(html: str) -> frozenset[str]:
    """The ids whose pages the HTML lists."""
    parts = (part for found in _LIST.finditer(html) for _, part in _PART.findall(found[1]))
    return frozenset(id_.removeprefix("#") for part in parts for id_ in part.split())


def filled(html: str, known: Mapping[str, Counters], asked: Asked) -> str:
    """The HTML with its lists. `known`: the counter `page` of each id; what is asked of it is put into `asked`."""

    def fill(found: re.Match[str]) -> str:
        parts = {name: [id_.removeprefix("#") for id_ in ids.split()] for name, ids in _PART.findall(found[1])}
        pages = {name: dict(_pages(ids, known, asked)) for name, ids in parts.items()}
        links = [_link(id_, roman(page)) for page, id_ in sorted(pages.get("roman", {}).items())]
        links += _arabic(pages.get("main", {}), pages.get("pages", {}))
        return f'<span class="page-list">{"，".join(links)}</span>'

    return _LIST.sub(fill, html)


def numbered(pages: Iterable[Iterable[str]], starts: Collection[str]) -> dict[str, Counters]:
    """The counter `page` of every id on the pages; it begins anew with 1 on those that hold one of `starts`."""
    known: dict[str, Counters] = {}
    number = 0
    for ids in pages:
        here = list(ids)
        number = 1 if any(start in here for start in starts) else number + 1
        for id_ in here:
            known.setdefault(id_, {"page": number})
    return known


def roman(number: int) -> str:
    """A number as front matter bears it: `IV`."""
    told = ""
    for value, sign in _ROMAN:
        told += sign * (number // value)
        number %= value
    return told


def _pages(ids: Iterable[str], known: Mapping[str, Counters], asked: Asked) -> Iterator[tuple[int, str]]:
    """(page, the first id on it)"""
    seen: set[int] = set()
    for id_ in ids:
        page = asked[id_, "page"] = known.get(id_, {}).get("page")
        if page is not None and page not in seen:
            seen.add(page)
            yield page, id_


def _arabic(main: Mapping[int, str], others: Mapping[int, str]) -> list[str]:
    rest = {page: id_ for page, id_ in others.items() if page not in main}
    shown = {page: f"<b>{_link(id_, str(page))}</b>" for page, id_ in main.items()}
    for run in _runs(sorted(rest)):
        ends = (run[0], run[-1]) if len(run) >= _LEAST_RANGE else ()
        if ends:
            shown[run[0]] = "–".join(_link(rest[page], str(page)) for page in ends)
        else:
            shown |= {page: _link(rest[page], str(page)) for page in run}
    return [shown[page] for page in sorted(shown)]


def _runs(pages: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return runs


def _link(id_: str, words: str) -> str:
    return f'<a href="#{id_}">{words}</a>'
