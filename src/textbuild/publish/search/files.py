"""An index on disk: `index.js`, and beside it a folder, named for its content, with the parts that a query asks for.

Every file is a script, `tbSearch.part(…)`: pages opened from a disk may load scripts and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from textbuild.publish.search.index import Index, Listed, script_text

INDEX = "index.js"
_PART = 8_000
"""Characters after which a part of the index ends."""
_BEGIN, _END = "tbSearch.part(", ");\n"


class NotAnIndexError(ValueError):
    """A folder whose files are not those of an index that this textbuild writes."""


def write_index(index: Index, folder: Path) -> None:
    """Writes the index into the folder, in which nothing else of it may be. The same index gives the same bytes."""
    parts, starts = _parts(index.entries)
    texts = [text for one in index.collections for text in one.texts]
    files = {f"s{number}.js": script_text(part) for number, part in enumerate(parts)}
    files |= {f"t{number}.js": text for number, text in enumerate(texts)}
    digest = hashlib.sha256("\0".join(f"{name}\0{content}" for name, content in files.items()).encode())
    inside = digest.hexdigest()[:8]
    described = {
        "folder": f"{inside}/",
        "starts": " ".join(starts),
        "collections": list(_described(index, f"{inside}/")),
    }
    (folder / inside).mkdir(parents=True)
    for name, content in files.items():
        _write(folder / inside / name, content)
    _write(folder / INDEX, script_text(described))


def read_index(folder: Path, address: str) -> Index:
    """The index in `folder`, for one whose folder sees it at `address` (`../ev/search/`).

    Its texts stay where they are. Raises NotAnIndexError for files of another form, FileNotFoundError.
    """
    described = _read(folder / INDEX)
    try:
        collections = tuple(
            Listed(
                one["title"],
                one["boost"],
                _seen(address + one["root"]),
                one["sections"],
                one["files"],
                _seen(address + one["texts"]),
                one["first"],
            )
            for one in described["collections"]
        )
        entries: dict[str, str] = {}
        for number in range(len(described["starts"].split(" ")) if described["starts"] else 0):
            words = _read(folder / described["folder"] / f"s{number}.js").split(" ")
            entries.update(zip(words[::2], words[1::2], strict=True))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NotAnIndexError(f"{folder}: {error!r}") from error
    return Index(collections, entries)


def _parts(entries: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The keys with their postings in order, in parts; and the first key of each part."""
    parts: list[str] = []
    starts: list[str] = []
    part: list[str] = []
    size = 0
    for key in sorted(entries, key=lambda key: key.encode("utf-16-be")):  # the order of strings in JavaScript
        if size > _PART:
            parts.append(" ".join(part))
            part, size = [], 0
        if not part:
            starts.append(key)
        part += key, entries[key]
        size += len(key) + len(entries[key]) + 2
    return [*parts, " ".join(part)] if part else parts, starts


def _described(index: Index, inside: str) -> Iterator[dict[str, Any]]:
    first = 0
    for one in index.collections:
        yield {
            "title": one.title,
            "boost": one.boost,
            "root": one.root,
            "texts": one.folder or inside,
            "first": one.first if one.folder else first,
            "sections": one.sections,
            "files": one.files,
        }
        first += len(one.texts)


def _seen(address: str) -> str:
    """`../ev/search/../` → `../ev/`"""
    return f"{posixpath.normpath(address)}/"


def _write(path: Path, content: str) -> None:
    path.write_text(f"{_BEGIN}{content}{_END}", encoding="utf-8", newline="\n")


def _read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    try:
        return json.loads(text.removeprefix(_BEGIN).removesuffix(_END))
    except ValueError as error:
        raise NotAnIndexError(f"{path}: {error}") from error
