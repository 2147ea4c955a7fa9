"""What imported rows say, sorted by the standard they say it of: relations told from both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from textbuild.diagnostics import Message, msg
from textbuild.load.importers.row import ImportedRow, Rejected
from textbuild.load.importers.values import read_number
from textbuild.model.standard import Amendment, Check, Replacement
from textbuild.model.standard_number import StandardNumber

Relation = tuple[str, str]
"""An edition, and the older one that it replaces."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one row says of one edition; `number` is that edition's."""

    line: int
    number: StandardNumber
    row: ImportedRow | None
    """The row, where it is about this edition itself."""
    checks: tuple[Check, ...]
    replaces: tuple[Replacement, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    superseded: bool = False
    """Something is known to replace it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a row that was left out, and why."""

    line: int
    edition: str
    reason: Message


@dataclass(slots=True)
class Gathered:
    """All statements of an import, by identity, with what was left out on the way."""

    statements: dict[str, list[Statement]]
    read: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def gather(rows: Iterable[ImportedRow | Rejected]) -> Gathered:
    """Sorts the rows by standard. A row's relations become statements on both editions that they name."""
    statements: dict[str, list[Statement]] = defaultdict(list)
    found = Gathered(statements)
    for row in rows:
        found.read += 1
        if isinstance(row, Rejected):
            found.rejected.append(row)
            continue
        found.remarks.extend(Remark(row.line, row.number.canonical, remark) for remark in row.remarks)
        for statement in _statements(row, found.remarks):
            statements[statement.number.identity].append(statement)
    return found


def _statements(row: ImportedRow, remarks: list[Remark]) -> Iterator[Statement]:
    if row.number.amendment is not None:
        amendment = Amendment(number=row.number.amendment, effective=row.effective or row.published)
        yield Statement(row.line, _base(row.number), None, row.checks, amendments=(amendment,))
        return
    older = tuple(_sensible(row, row.replaces, True, remarks))
    newer = tuple(_sensible(row, row.replaced_by, False, remarks))
    own = tuple(old for old in older if _number(old).amendment is None)
    yield Statement(row.line, row.number, row, row.checks, own, superseded=any(one.extent == "full" for one in newer))
    for old in older:
        number = _number(old)
        told = (_told(row, "replaces", "replaced_by"),)
        if number.amendment is not None:
            yield Statement(row.line, _base(number), None, told, amendments=(Amendment(number=number.amendment),))
        else:
            yield Statement(row.line, number, None, told, superseded=old.extent == "full")
    for new in newer:
        if _number(new).amendment is None:
            relation = Replacement(edition=row.number.canonical, extent=new.extent)
            yield Statement(row.line, _number(new), None, (_told(row, "replaced_by", "replaces"),), (relation,))


def _sensible(
    row: ImportedRow, relations: Iterable[Replacement], to_older: bool, remarks: list[Remark]
) -> Iterator[Replacement]:
    """Relations that can be: an edition replaces neither itself nor one with a later year."""
    for relation in relations:
        other = _number(relation)
        newer, older = (row.number, other) if to_older else (other, row.number)
        if newer.canonical == older.canonical:
            reason = msg("it is said to replace itself: that relation is left out")
        elif newer.year and older.year and newer.year < older.year:
            reason = msg(
                "{newer} can not replace {older}, which is later: the relation looks reversed and is left out",
                newer=newer.canonical,
                older=older.canonical,
            )
        else:
            yield relation
            continue
        remarks.append(Remark(row.line, row.number.canonical, reason))


def _told(row: ImportedRow, name: str, seen_from_there: str) -> Check:
    """The reading that vouches for a relation, as it counts for the other edition."""
    check = next((one for one in row.checks if name in one.saw), row.checks[0])
    return Check(source=check.source, kind=check.kind, on=check.on, saw=("number", seen_from_there))


def _number(relation: Replacement) -> StandardNumber:
    number = read_number(relation.edition)
    assert number is not None, f"{relation.edition} was not read by an importer"
    return number


def _base(number: StandardNumber) -> StandardNumber:
    return replace(number, amendment=None)


def without_cycles(
    statements: Mapping[str, list[Statement]], known: Iterable[Relation]
) -> tuple[dict[str, list[Statement]], list[Remark]]:
    """Leaves out every imported relation that is part of a circle; `known` are those that the records hold."""
    told = {
        (statement.number.canonical, relation.edition)
        for group in statements.values()
        for statement in group
        for relation in statement.replaces
    }
    circles = _in_circles(told | set(known))
    bad = {one for one in told - set(known) if one[0] in circles and circles[one[0]] == circles.get(one[1])}
    if not bad:
        return dict(statements), []
    remarks: list[Remark] = []
    kept = {identity: [_without(one, bad, remarks) for one in group] for identity, group in statements.items()}
    return kept, remarks


def _without(statement: Statement, bad: set[Relation], remarks: list[Remark]) -> Statement:
    edition = statement.number.canonical
    kept = tuple(one for one in statement.replaces if (edition, one.edition) not in bad)
    for relation in statement.replaces:
        if relation not in kept:
            reason = msg(
                "{newer} and {older} replace each other: the relation is left out",
                newer=edition,
                older=relation.edition,
            )
            remarks.append(Remark(statement.line, edition, reason))
    return statement if len(kept) == len(statement.replaces) else replace(statement, replaces=kept)


def _in_circles(relations: set[Relation]) -> dict[str, str]:
    """Each edition of a circle → a name of that circle (Tarjan's strongly connected components, without recursion)."""
    graph: dict[str, list[str]] = defaultdict(list)
    for newer, older in sorted(relations):
        graph[newer].append(older)
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    circles: dict[str, str] = {}
    for start in list(graph):
        if start in index:
            continue
        work = [(start, iter(graph[start]))]
        index[start] = low[start] = len(index)
        stack.append(start)
        on_stack.add(start)
        while work:
            node, following = work[-1]
            for older in following:
                if older not in index:
                    index[older] = low[older] = len(index)
                    stack.append(older)
                    on_stack.add(older)
                    work.append((older, iter(graph.get(older, ()))))
                    break
                if older in on_stack:
                    low[node] = min(low[node], index[older])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    _close(node, stack, on_stack, circles)
    return circles


def _close(root: str, stack: list[str], on_stack: set[str], circles: dict[str, str]) -> None:
    members = []
    while True:
        member = stack.pop()
        on_stack.discard(member)
        members.append(member)
        if member == root:
            break
    if len(members) > 1:
        circles.update(dict.fromkeys(members, root))
