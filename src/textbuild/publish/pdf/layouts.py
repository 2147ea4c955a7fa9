"""Lays the gatherings of a book out side by side, each only when what it consumes has changed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from textbuild.load.files import hash_file
from textbuild.publish.artefact import BuildError
from textbuild.publish.executor import run_parts
from textbuild.publish.fingerprint import of_tree, tools
from textbuild.publish.limits import limit_memory
from textbuild.publish.pdf import embedding
from textbuild.publish.pdf.embedding import FontUse, told_not_embedded
from textbuild.publish.pdf.faults import Fault, faults_of
from textbuild.publish.pdf.fetcher import BookFetcher
from textbuild.publish.pdf.gatherings import Gathering, first_pages
from textbuild.publish.pdf.outside import Counters, outside_places, unique_ids
from textbuild.publish.pdf.page_lists import filled
from textbuild.publish.pdf.page_map import opening
from textbuild.publish.pdf.typeset import make_ready, write

SECONDS_EACH = 900
"""A gathering that takes longer is ended."""
BYTES_EACH = 1_500_000_000
"""A gathering that needs more memory is not laid out: a page takes about one million, fonts and program 200."""
_MOST_ROUNDS = 6
_FILE = re.compile(r'"library:/([^"]+)"')
_SHEET = "gathering.css"


@dataclass(frozen=True, slots=True)
class Place:
    """A point of a gathering: its page counted from 0, in points from the lower left corner of the paper."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    level: int
    label: str
    place: Place
    closed: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A gathering laid out: its file and what must be known of it to put it into the book."""

    file: Path
    text_left: tuple[float, ...]
    """Of each page: where the text area begins, in points."""
    anchors: Mapping[str, Place]
    counters: Mapping[str, Counters]
    bookmarks: tuple[Bookmark, ...]
    asked: Mapping[tuple[str, str], int | None]
    fonts: FontUse
    lacking: frozenset[str]
    faults: tuple[Fault, ...]
    openings: tuple[tuple[str, ...], ...]
    """Of each page: the words of its first lines."""

    @property
    def pages(self) -> int:
        return len(self.text_left)

    def holds(self, known: Mapping[str, Counters]) -> bool:
        """Whether what it prints of other gatherings is what is known of them now."""
        return all(known.get(name, {}).get(counter) == value for (name, counter), value in self.asked.items())


@dataclass(frozen=True, slots=True)
class Compositor:
    """Where a book's gatherings are laid out, and kept until they change."""

    fetcher: BookFetcher
    theme: Path
    root: Path
    kept: Path
    tags: bool
    sources: Mapping[str, str] = field(default_factory=dict)
    """Id → the place in the modules that it stands for, to name what can not be laid out."""

    def lay_out(self, gatherings: Sequence[Gathering], starts: Sequence[str]) -> tuple[Layout, ...]:
        """The layouts, in order. `starts`: ids in gatherings whose first page is numbered 1 anew.

        Raises BuildError for a gathering that can not be laid out.
        """
        self.kept.mkdir(parents=True, exist_ok=True)
        self._forget_all_but(gatherings)
        keys = [self._key(one) for one in gatherings]
        laid = [self._found(one, key) for one, key in zip(gatherings, keys, strict=True)]
        for _ in range(_MOST_ROUNDS):
            known = _known(gatherings, laid, starts)
            todo = _next(gatherings, laid, known)
            if not todo:
                return tuple(one for one in laid if one is not None)
            make_ready(gatherings[todo[0]].html, self.fetcher, self.theme)
            tasks = [(self._called(gatherings[i]), _Task(self, gatherings[i], keys[i], known)) for i in todo]
            for outcome in run_parts(tasks, SECONDS_EACH):
                if problem := outcome.problem or outcome.value:
                    raise BuildError(f"{outcome.name}: {problem}")
            for i in todo:
                laid[i] = self._found(gatherings[i], keys[i])
        raise BuildError("page numbers do not settle: " + ", ".join(gatherings[i].name for i in todo))

    def _called(self, gathering: Gathering) -> str:
        return self.sources.get(gathering.title, gathering.name)

    def _found(self, gathering: Gathering, key: str) -> Layout | None:
        try:
            data = json.loads((self.kept / f"{gathering.name}.json").read_bytes())
            return _layout(self.kept / f"{gathering.name}.pdf", data) if data["key"] == key else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _forget_all_but(self, gatherings: Sequence[Gathering]) -> None:
        names = {one.name for one in gatherings}
        for path in self.kept.iterdir():
            if path.stem not in names:
                path.unlink()

    def _key(self, gathering: Gathering) -> str:
        digest = hashlib.sha256()
        files = sorted({unquote(path) for path in _FILE.findall(gathering.html)})
        parts = [tools(), of_tree(self.theme), str(self.tags), gathering.html, *sorted(gathering.outside)]
        for part in (*parts, *(f"{path} {hash_file(self.root / path)}" for path in files)):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class _Task:
    """One gathering laid out in a process of its own; what comes of it is in two files."""

    compositor: Compositor
    gathering: Gathering
    key: str
    known: Mapping[str, Counters]

    def __call__(self) -> str | None:
        """What keeps the gathering from being laid out, in words for its author; None if nothing does."""
        limit_memory(BYTES_EACH)
        try:
            self._lay_out()
        except MemoryError:
            return f"needs more than {BYTES_EACH // 10**6} MB to be laid out; divide it, or make its tables smaller"
        return None

    def _lay_out(self) -> None:
        compositor, one = self.compositor, self.gathering
        with outside_places(one.outside, self.known) as exchange, told_not_embedded() as fonts:
            html = filled(one.html, self.known, exchange.asked)
            made = write(
                html, compositor.fetcher, compositor.theme, tags=compositor.tags, sheets=[_SHEET],
                finishers=[partial(unique_ids, prefix=f"{one.name}-")],
            )  # fmt: skip
        data: dict[str, Any] = {
            "key": self.key,
            "text_left": [page._page_box.content_box_x() * 0.75 for page in made.pages],
            "anchors": dict(_anchors(made.pages)),
            "counters": {name: values for name, values in exchange.own.items() if values},
            "bookmarks": list(_bookmarks(made.pages)),
            "asked": [[*asked, value] for asked, value in exchange.asked.items()],
            "fonts": embedding.to_json(fonts),
            "lacking": sorted(made.lacking),
            "openings": [opening(page) for page in made.pages],
            "faults": list(faults_of(made.pages, made.lacking)),
        }
        (compositor.kept / f"{one.name}.pdf").write_bytes(made.pdf)
        (compositor.kept / f"{one.name}.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _next(gatherings: Sequence[Gathering], laid: Sequence[Layout | None], known: Mapping[str, Counters]) -> list[int]:
    """What to lay out next: first what prints nothing of others, then most, then what lists their pages."""
    new = [i for i, one in enumerate(laid) if one is None]
    simple = [i for i in new if not gatherings[i].outside]
    most = [i for i in new if not gatherings[i].listing]
    stale = [i for i, one in enumerate(laid) if one is not None and not one.holds(known)]
    return simple or most or [*new, *stale]


def _known(
    gatherings: Sequence[Gathering], laid: Sequence[Layout | None], starts: Sequence[str]
) -> dict[str, dict[str, int]]:
    """Counters of every id; those of pages too once all is laid out but what lists them."""
    known: dict[str, dict[str, int]] = {}
    for one in laid:
        for name, values in one.counters.items() if one else ():
            known.setdefault(name, {}).update(values)
    if any(one is None and not gathering.listing for one, gathering in zip(laid, gatherings, strict=True)):
        return known
    counts = [one.pages if one else 1 for one in laid]
    firsts = first_pages(gatherings, counts)
    total = firsts[-1] + counts[-1]
    before = 0
    for one, first in zip(laid, firsts, strict=True):
        if one is None:
            continue
        if any(start in one.anchors for start in starts):
            before = first
        for name, place in one.anchors.items():
            known.setdefault(name, {}).update(page=first + place.page - before + 1, pages=total)
    return known


def _anchors(pages: Sequence[Any]) -> Iterator[tuple[str, list[float]]]:
    found: set[str] = set()
    for number, page in enumerate(pages):
        for name, (x, y, *_) in page.anchors.items():
            if name not in found:
                found.add(name)
                yield name, [number, x * 0.75, (page.height - y) * 0.75]


def _bookmarks(pages: Sequence[Any]) -> Iterator[list[Any]]:
    for number, page in enumerate(pages):
        for level, label, (x, y), state in page.bookmarks:
            yield [level, label, number, x * 0.75, (page.height - y) * 0.75, state == "closed"]


def _layout(file: Path, data: Any) -> Layout:
    return Layout(
        file,
        tuple(data["text_left"]),
        {name: Place(*place) for name, place in data["anchors"].items()},
        data["counters"],
        tuple(Bookmark(level, label, Place(*place), closed) for level, label, *place, closed in data["bookmarks"]),
        {(name, counter): value for name, counter, value in data["asked"]},
        embedding.from_json(data["fonts"]),
        frozenset(data["lacking"]),
        tuple(Fault(*fault) for fault in data["faults"]),
        tuple(tuple(words) for words in data["openings"]),
    )
