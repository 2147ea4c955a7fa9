"""Imported statements into a standard's record: adds what is new, never replaces a fact, keeps what contradicts."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Any

from textbuild.link.edition_draft import EditionDraft, by_year
from textbuild.link.evidence import contradictions
from textbuild.link.statements import Statement
from textbuild.model.standard import Edition, Evidence, Standard
from textbuild.model.standard_number import canonical

_BEST_FIRST = tuple(Evidence)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that give different values for a field of an edition: each value with the sources that give it."""

    edition: str
    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Merged:
    standard: Standard
    changed: bool
    conflicts: tuple[Conflict, ...]


def merge(existing: Standard | None, statements: Sequence[Statement], superseded: Set[str] = frozenset()) -> Merged:
    """The record with what the statements add; all statements are about one identity.

    `superseded` are editions that other records say they replace. An edition that a source calls withdrawn without
    a day is marked so only where nothing is known to replace it.

    The best evidence speaks first, so that the order of rows decides nothing. A value that was read takes the place
    of one that was only recalled; any other difference stays beside the record's value, in `checks[].found`.
    """
    draft = _Draft(existing, statements[0].number.identity)
    replaced = {one.number.canonical for one in statements if one.superseded}
    for statement in sorted(statements, key=_by_evidence):
        number = statement.number.canonical
        draft.add(statement, number in replaced or number in superseded)
    standard = draft.standard()
    touched = {statement.number.canonical for statement in statements}
    conflicts = [
        conflict
        for edition in standard.editions
        if any(check.found for check in edition.checks) and canonical(edition.edition) in touched
        for conflict in conflicts_of(edition)
    ]
    return Merged(standard, standard != existing, tuple(conflicts))


def conflicts_of(edition: Edition) -> list[Conflict]:
    """The contradictions within an edition's readings, with the sources of each value, the record's value first."""
    found = []
    for field, values in contradictions(edition).items():
        told = []
        for value in values:
            sources = [check.source for check in edition.checks if check.found.get(field) == value]
            sources = sources or [one.source for one in edition.checks if field in one.saw and field not in one.found]
            told.append((value, tuple(dict.fromkeys(sources))))
        found.append(Conflict(edition.edition, field, tuple(told)))
    return found


def _by_evidence(statement: Statement) -> tuple[Any, ...]:
    best = min(_BEST_FIRST.index(check.kind) for check in statement.checks)
    row, first = statement.row, statement.checks[0]
    values = "" if row is None else f"{row.published} {row.effective} {row.title} {row.title_en}"
    return best, row is None, -first.on.toordinal(), first.source, values, statement.line


class _Draft:
    """A record being added to. Within it every edition has its own title; the record names a shared one once."""

    def __init__(self, existing: Standard | None, identity: str) -> None:
        self.existing = existing
        self.fields: dict[str, Any] = {"kind": "standard", "number": identity}
        if existing is not None:
            self.fields = {name: getattr(existing, name) for name in Standard.model_fields}
        old = () if existing is None else existing.editions
        self.editions = {canonical(edition.edition): EditionDraft(edition) for edition in old}
        self.main = "title_en" if existing is not None and existing.title is None and existing.title_en else "title"
        vouched = [draft for draft in self.editions.values() if draft.saw("title")]
        for draft in vouched or [self.editions[key] for key in sorted(self.editions, key=by_year)[-1:]]:
            draft.title = draft.title or self.fields[self.main]

    def add(self, statement: Statement, superseded: bool) -> None:
        key = statement.number.canonical
        if key not in self.editions:
            self.editions[key] = EditionDraft(Edition(edition=key))
        row = statement.row
        found: dict[str, str] = {}
        if self.fields.get("nature") is None:
            self.fields["nature"] = (row.nature if row else None) or _nature(statement.number.identity)
        for name in ("nature", "issuer"):
            value, own = getattr(row, name, None), self.fields.get(name)
            if own is None:
                self.fields[name] = value
            elif value is not None and value != own:
                found[name] = value
        self.editions[key].add(statement, superseded, found)
        if row is None:
            return
        if row.title is None and row.title_en is not None and self.fields.get("title") is None:
            self.main = "title_en"
        self.fields["adopts"] = self.fields.get("adopts") or row.adopts
        for name in ("sectors", "ics", "ccs"):
            own = self.fields.get(name, ())
            if new := set(getattr(row, name)) - set(own):
                ordered = list(own) == sorted(own)
                self.fields[name] = tuple(sorted({*own, *new})) if ordered else (*own, *sorted(new))

    def standard(self) -> Standard:
        titled = [key for key, draft in self.editions.items() if draft.title is not None]
        if titled:
            self.fields[self.main] = self.editions[max(titled, key=by_year)].title
        shared = self.fields.get(self.main)
        editions = tuple(self.editions[key].edition(shared) for key in self._in_order())
        return Standard(**{**self.fields, "editions": editions})

    def _in_order(self) -> list[str]:
        """By year where the file's editions stand so or there are none; else new ones come last."""
        old = [] if self.existing is None else [canonical(edition.edition) for edition in self.existing.editions]
        new = sorted((key for key in self.editions if key not in set(old)), key=by_year)
        ordered = sorted([*old, *new], key=by_year)
        return ordered if old == sorted(old, key=by_year) else [*old, *new]


def _nature(identity: str) -> str | None:
    """What the code before the number says. Sector codes without /T tell nothing: HB standards are recommended."""
    code = identity.rpartition(" ")[0]
    if code == "GB":
        return "mandatory"
    return "recommended" if code.endswith("/T") else "guide" if code.endswith("/Z") else None
