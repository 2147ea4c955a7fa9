"""What WeasyPrint must know of places outside the document it lays out: they exist, and what their counters are.

Within `outside_places` three of its names are replaced; the tests compare the result with a render in one go.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pydyf  # type: ignore[import-untyped]  # it has no types
import weasyprint.document as weasy_document
import weasyprint.layout as weasy_layout
import weasyprint.pdf as weasy_pdf
from weasyprint.css.targets import TargetCollector, TargetLookupItem

Counters = Mapping[str, int]
"""Name of a counter → its value: `{"page": 12, "tb-reference": 3}`."""

_OWN = frozenset({"list-item", "page", "pages"})
"""Counters of a document that mean nothing in another one."""


@dataclass(slots=True)
class Exchange:
    """What the document asked about places outside it, and what it tells others of its own."""

    asked: dict[tuple[str, str], int | None] = field(default_factory=dict)
    """(id, counter) → the value that was printed; None: it was not known."""
    own: dict[str, dict[str, int]] = field(default_factory=dict)
    """Id → its counters."""


@contextmanager
def outside_places(names: Collection[str], known: Mapping[str, Counters]) -> Iterator[Exchange]:
    """Within the block links to `names` hold though no such id is in the document; `known` gives their counters.

    Heads and feet are left out: they are another document's. The exchange is whole when the block ends.
    """
    exchange = Exchange()
    collectors: list[TargetCollector] = []

    def collector() -> TargetCollector:
        made = TargetCollector()
        made.target_lookup_items = _Items(names, known, exchange)
        collectors.append(made)
        return made

    before = weasy_document.TargetCollector, weasy_pdf.resolve_links, weasy_layout.make_margin_boxes
    weasy_document.TargetCollector = collector
    weasy_pdf.resolve_links = lambda pages: _resolve(pages, frozenset(names))
    weasy_layout.make_margin_boxes = lambda *_: ()
    try:
        yield exchange
    finally:
        weasy_document.TargetCollector, weasy_pdf.resolve_links, weasy_layout.make_margin_boxes = before
        for one in collectors:
            exchange.own.update(_told(one.target_lookup_items))


class _Items(dict[str, Any]):
    """Ids of the document, as WeasyPrint collects them; when it looks one up, those outside are there too."""

    def __init__(self, names: Collection[str], known: Mapping[str, Counters], exchange: Exchange) -> None:
        super().__init__()
        self._names, self._known, self._exchange = names, known, exchange

    def get(self, name: str, default: Any = None) -> Any:
        if default is None or name in self or name not in self._names:
            return super().get(name, default)
        item = TargetLookupItem("up-to-date")
        item.target_box = _Outside(_Asked(name, self._known.get(name, {}), self._exchange.asked))
        return item


@dataclass(frozen=True, slots=True)
class _Outside:
    """Stands for the box of a place outside."""

    cached_counter_values: _Asked

    def extract_text(self, _style: str) -> str:
        return ""


class _Asked:
    """Counters that remember which of them were asked for."""

    def __init__(self, name: str, known: Counters, asked: dict[tuple[str, str], int | None]) -> None:
        self._name, self._known, self._asked = name, known, asked

    def __contains__(self, counter: str) -> bool:
        self._asked[self._name, counter] = self._known.get(counter)
        return True

    def keys(self) -> Collection[str]:
        return self._known.keys()

    def __getitem__(self, counter: str) -> list[int]:
        return [self._known[counter]]


def _told(items: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, int]]]:
    for name, item in items.items():
        if item.state == "up-to-date":
            values = item.target_box.cached_counter_values
            yield name, {counter: stack[-1] for counter, stack in values.items() if counter not in _OWN}


def _resolve(pages: Any, outside: frozenset[str]) -> Iterator[tuple[list[Any], list[Any]]]:
    """WeasyPrint's `resolve_links`, which drops links to ids that it does not know; places are named at assembly."""
    ids = outside.union(*(page.anchors for page in pages))
    for page in pages:
        yield [link for link in page.links if link[0] != "internal" or link[1] in ids], []


def unique_ids(pdf: pydyf.PDF, prefix: str) -> None:
    """Puts `prefix` before the ids by which table cells name their heads: in one file no two may be the same."""
    for item in pdf.objects:
        if not isinstance(item, dict):
            continue
        if "ID" in item and item.get("Type") == "/StructElem":
            item["ID"] = pydyf.String(prefix + item["ID"].string)
        heads = item.get("A", {}).get("Headers") if isinstance(item.get("A"), dict) else None
        if heads:
            item["A"]["Headers"] = pydyf.Array(pydyf.String(prefix + head.string) for head in heads)
