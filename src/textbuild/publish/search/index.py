"""An index in memory: which keys stand in which sections of which collections, and the texts to show."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from textbuild.publish.search.content import Collection, SearchPage
from textbuild.publish.search.folding import fold, keys
from textbuild.publish.search.postings import numbers, postings

_TEXT_FILE = 8_000
"""Characters after which a file of texts ends: a page of a book has one to itself, standards share one."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A collection as an index knows it. Addresses are seen from the folder of `index.js` and end in `/`."""

    title: str
    boost: int
    root: str
    """Where its pages are."""
    sections: str
    """How many sections each page has, as `postings.numbers` writes them."""
    files: str
    """How many pages each file of texts holds, in the same form."""
    folder: str | None = None
    """Where its texts are; None where this index brings them."""
    first: int = 0
    """The number of the first of them there."""
    texts: tuple[str, ...] = field(default=(), repr=False)
    """The files of texts that this index brings: JSON."""


@dataclass(frozen=True, slots=True)
class Index:
    collections: tuple[Listed, ...]
    entries: Mapping[str, str] = field(repr=False)
    """Key → the postings of each collection that has it, divided by `;`: `0:…`; only the first has no number."""


def index_of(collection: Collection, root: str) -> Index:
    """One collection, whose pages are at `root` seen from the folder of `index.js`."""
    found: dict[str, list[int]] = {}
    in_headings: dict[str, list[int]] = {}
    section = 0
    for page in collection.pages:
        for one in page.sections:
            heading = keys(fold(one.heading))
            for key in heading:
                in_headings.setdefault(key, []).append(section)
            for key in heading | keys(fold(one.text)):
                found.setdefault(key, []).append(section)
            section += 1
    files = list(_files(collection.pages))
    listed = Listed(
        collection.title,
        collection.boost,
        root,
        numbers(len(page.sections) for page in collection.pages),
        numbers(len(pages) for pages in files),
        texts=tuple(_text(pages) for pages in files),
    )
    return Index((listed,), {key: postings(held, in_headings.get(key, ())) for key, held in found.items()})


def merged(indexes: Iterable[Index]) -> Index:
    """All collections in one index. Nothing is indexed anew: the postings stand side by side."""
    collections: list[Listed] = []
    entries: dict[str, list[str]] = {}
    for index in indexes:
        first = len(collections)
        collections += index.collections
        for key, blocks in index.entries.items():
            entries.setdefault(key, []).append(_renumbered(blocks, first))
    return Index(tuple(collections), {key: ";".join(blocks) for key, blocks in entries.items()})


def script_text(value: object) -> str:
    """JSON that old browsers read as JavaScript: they know no line separators within strings."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _renumbered(blocks: str, by: int) -> str:
    if by == 0:
        return blocks
    if ":" not in blocks and ";" not in blocks:
        return f"{by}:{blocks}"
    pairs = (block.rpartition(":") for block in blocks.split(";"))
    return ";".join(f"{int(own or 0) + by}:{one}" for own, _, one in pairs)


def _files(pages: Sequence[SearchPage]) -> Iterator[list[SearchPage]]:
    """The pages in order, a file after another."""
    file: list[SearchPage] = []
    size = 0
    for page in pages:
        length = sum(len(section.heading) + len(section.text) for section in page.sections)
        if file and size + length > _TEXT_FILE:
            yield file
            file, size = [], 0
        file.append(page)
        size += length
    if file:
        yield file


def _text(pages: Sequence[SearchPage]) -> str:
    return script_text([[p.path, p.title, p.above, [[s.anchor, s.heading, s.text] for s in p.sections]] for p in pages])
