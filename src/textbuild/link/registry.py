"""All standards of a library, found by identity, by edition, and by what replaced what."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from textbuild.model.clause_map import ClauseMap
from textbuild.model.span import Sourced, Span
from textbuild.model.standard import Edition, Standard
from textbuild.model.standard_number import canonical

_LONGEST_IDENTITY = 60


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """One edition with the standard it belongs to."""

    standard: Sourced[Standard]
    index: int
    edition: Edition

    @property
    def title(self) -> str | None:
        """The edition's own title, else the standard's."""
        return self.edition.title or self.standard.value.title

    def at(self, *keys: Hashable) -> Span:
        """Where a part of this edition was written."""
        return self.standard.places.at("editions", self.index, *keys)


@dataclass(frozen=True, slots=True)
class Succession:
    """A newer edition and how much of the old one it replaces."""

    edition: str
    extent: Literal["full", "partial"]


@dataclass(frozen=True)
class Registry:
    """The standards of one library. Built once, never changed; where an id is written twice the first one counts."""

    standards: Mapping[str, Sourced[Standard]]
    """By identity: `GB 38031`."""
    editions: Mapping[str, EditionEntry]
    """By canonical dated number: `GB 38031-2025`."""
    _successors: Mapping[str, tuple[Succession, ...]] = field(repr=False)
    _parts: Mapping[str, tuple[str, ...]] = field(repr=False)
    maps: Mapping[tuple[str, str], Sourced[ClauseMap]]
    """By the canonical numbers of the older and the newer edition."""

    @classmethod
    def of(cls, standards: Iterable[Sourced[Standard]], maps: Iterable[Sourced[ClauseMap]] = ()) -> Registry:
        by_identity: dict[str, Sourced[Standard]] = {}
        by_edition: dict[str, EditionEntry] = {}
        successors: dict[str, list[Succession]] = defaultdict(list)
        parts: dict[str, list[str]] = defaultdict(list)
        for standard in standards:
            identity = canonical(standard.value.number)
            by_identity.setdefault(identity, standard)
            for whole in _wholes(identity):
                parts[whole].append(identity)
            for index, edition in enumerate(standard.value.editions):
                dated = canonical(edition.edition)
                by_edition.setdefault(dated, EditionEntry(standard, index, edition))
                for replaced in edition.replacements if edition.replaces else ():
                    successors[canonical(replaced.edition)].append(Succession(dated, replaced.extent))
        by_ends: dict[tuple[str, str], Sourced[ClauseMap]] = {}
        for one in maps:
            by_ends.setdefault((canonical(one.value.from_), canonical(one.value.to)), one)
        return cls(
            MappingProxyType(by_identity),
            MappingProxyType(by_edition),
            MappingProxyType({old: tuple(new) for old, new in successors.items()}),
            MappingProxyType({whole: tuple(sorted(found, key=_by_part)) for whole, found in parts.items()}),
            MappingProxyType(by_ends),
        )

    def successors(self, edition: str) -> tuple[Succession, ...]:
        """The editions that say they replace this one."""
        return self._successors.get(edition, ())

    def parts(self, identity: str) -> tuple[Sourced[Standard], ...]:
        """The standards that are parts of this one: `GB/T 20234` has `GB/T 20234.1` and so on."""
        return tuple(self.standards[part] for part in self._parts.get(identity, ()))

    def editions_of(self, identity: str) -> tuple[EditionEntry, ...]:
        standard = self.standards.get(identity)
        if standard is None:
            return ()
        entries = (self.editions.get(canonical(edition.edition)) for edition in standard.value.editions)
        return tuple(entry for entry in entries if entry is not None)

    def nearest(self, identity: str) -> str | None:
        """The known identity that looks most like an unknown one: a sign too few, too many, another or exchanged."""
        if len(identity) > _LONGEST_IDENTITY:
            return None
        alike = {known for form in _shortened(identity) for known in self._by_shortened.get(form, ())}
        found = difflib.get_close_matches(identity, sorted(alike), n=1, cutoff=0.8)
        return found[0] if found else None

    @cached_property
    def _by_shortened(self) -> Mapping[str, tuple[str, ...]]:
        """The identities by each form they take when one sign is left out. Comparing with all takes 50 ms a number."""
        found: dict[str, list[str]] = defaultdict(list)
        for identity in self.standards:
            for form in _shortened(identity):
                found[form].append(identity)
        return {form: tuple(identities) for form, identities in found.items()}


def _shortened(identity: str) -> set[str]:
    """An identity without any one of its signs, and without its code: `GB/T 38031` may be meant as `GB 38031`."""
    number = identity.rpartition(" ")[2]
    return {identity, number, *(identity[:i] + identity[i + 1 :] for i in range(len(identity)))}


def _wholes(identity: str) -> Iterable[str]:
    """The identities of which this one may be a part: `GB/T 4937.20` of `GB/T 4937`, `ISO 10218-1` of `ISO 10218`."""
    code, _, number = identity.rpartition(" ")
    for mark in (".", "-"):
        whole, found, _ = number.partition(mark)
        if found:
            yield f"{code} {whole}"


def _by_part(identity: str) -> tuple[tuple[int, str], ...]:
    pieces = identity.rpartition(" ")[2].replace("-", ".").split(".")
    return tuple((int(piece), "") if piece.isdigit() else (0, piece) for piece in pieces)
