"""What became of a clause in a newer edition, by the clause maps."""

from __future__ import annotations

from dataclasses import dataclass

from textbuild.model.clause_map import Change, ClauseChange, ClauseMap
from textbuild.model.span import Sourced, Span

_CONTENT = (Change.TECHNICAL, Change.REMOVED)


@dataclass(frozen=True, slots=True)
class ClauseFate:
    """The entry of a map that tells about a clause: its own, that of a clause it belongs to, or of a part of it."""

    change: ClauseChange
    span: Span
    """Where the entry was written."""
    renumbered_to: str | None
    """The clause's own new number, if the map says that this is all that changed."""


def fate(clause_map: Sourced[ClauseMap], clause: str) -> ClauseFate | None:
    """What the map says about a clause of its older edition; None if it says nothing.

    A clause some part of which changed has changed, whatever is said of the whole.
    """
    changes = clause_map.value.clauses
    own: dict[str, int] = {}
    for index, change in enumerate(changes):
        if change.from_ is not None:
            own.setdefault(change.from_, index)
    chosen = own.get(clause)
    if chosen is None or changes[chosen].change not in _CONTENT:
        chosen = next((i for i, one in enumerate(changes) if _changes_part(one, clause, changes, chosen)), chosen)
    if chosen is None:
        chosen = next((own[whole] for whole in _wholes(clause) if whole in own), None)
    if chosen is None:
        return None
    change = changes[chosen]
    alone = change.from_ == clause and change.change is Change.RENUMBERED
    return ClauseFate(change, clause_map.places.at("clauses", chosen), change.to if alone else None)


def _changes_part(change: ClauseChange, clause: str, changes: tuple[ClauseChange, ...], own: int | None) -> bool:
    """Whether a change touches the content of a part of the clause. An added part stands below its new number."""
    if change.change is Change.ADDED:
        new = None if own is None else changes[own].to
        return new is not None and (change.to or "").startswith(f"{new}.")
    return change.change in _CONTENT and (change.from_ or "").startswith(f"{clause}.")


def _wholes(clause: str) -> list[str]:
    """The clauses to which `5.1.2` belongs, the nearest first: `5.1`, `5`."""
    pieces = clause.split(".")
    return [".".join(pieces[:end]) for end in range(len(pieces) - 1, 0, -1)]
