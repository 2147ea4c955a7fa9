"""Faults of clause maps that one value alone does not show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textbuild.diagnostics import Diagnostic, Message, msg
from textbuild.load.rules import field_invalid, id_duplicate
from textbuild.model.clause_map import Change, ClauseChange, ClauseMap
from textbuild.model.span import Places, Sourced
from textbuild.model.standard_number import canonical

_ENDS = {
    Change.RENUMBERED: (("from", "to"), ()),
    Change.TECHNICAL: (("from",), ()),
    Change.REMOVED: (("from",), ("to",)),
    Change.ADDED: (("to",), ("from",)),
}
"""The numbers that a change must have, and those it can not have."""


def map_faults(maps: Iterable[Sourced[ClauseMap]]) -> Iterator[Diagnostic]:
    """What is said twice, and changes that lack a number or have one too many."""
    first: dict[tuple[str, str], Places] = {}
    for one in maps:
        ends = canonical(one.value.from_), canonical(one.value.to)
        if ends in first:
            help_ = msg("merge the two files")
            yield id_duplicate.diagnose(
                " → ".join(ends), one.places.at("from"), first[ends].at("from"), other_help=help_
            )
        first.setdefault(ends, one.places)
        if ends[0] == ends[1]:
            yield field_invalid.other(msg("`from` and `to` must be two editions"), one.places.at("to"))
        yield from _clause_faults(one)


def _clause_faults(one: Sourced[ClauseMap]) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for index, change in enumerate(one.value.clauses):
        message = _fault(change)
        if message is not None:
            yield field_invalid.other(message, one.places.at("clauses", index))
        if change.from_ is None:
            continue
        if change.from_ in first:
            place, before = (one.places.at("clauses", i, "from") for i in (index, first[change.from_]))
            help_ = msg("say in one entry what became of the clause")
            yield id_duplicate.diagnose(change.from_, place, before, other_help=help_)
        first.setdefault(change.from_, index)


def _fault(change: ClauseChange) -> Message | None:
    given = {name for name, value in (("from", change.from_), ("to", change.to)) if value is not None}
    needed, excluded = _ENDS[change.change]
    for name in needed:
        if name not in given:
            return msg("a clause that is `{change}` needs `{field}`", change=change.change.value, field=name)
    for name in excluded:
        if name in given:
            return msg("a clause that is `{change}` has no `{field}`", change=change.change.value, field=name)
    if change.change is Change.RENUMBERED and change.from_ == change.to:
        return msg("a clause that is `renumbered` has two numbers, not twice {clause}", clause=change.to)
    return None
