"""A citation names a clause that is not the same in the edition now in force.

What it finds: a citation with a clause, of an edition that was replaced, where a clause map (`standards/maps/`) from
that edition to the one in force says that the clause, a part of it, or a clause it belongs to was changed in content,
removed or renumbered. A clause of which no map tells is not judged.

Why it matters: the old edition is to be replaced in the text anyway (TB202), but with another year alone the citation
would lead to other requirements, or to none.

What to do: read the clause in the new edition, adapt the text, and cite the new edition with the clause's new number.
Where the map says that only the number changed, `textbuild check --fix` writes year and clause anew; it does not if
the text goes on with a further clause (`第 5.1 条和第 5.3 条`), which would come to mean the new edition too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textbuild.check.cited import judged, written
from textbuild.diagnostics import Diagnostic, Fix, Message, Rule, Severity, msg
from textbuild.link.clause_changes import ClauseFate, fate
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.resolve import Judge, ResolvedCitation
from textbuild.link.verdict import Status, Verdict
from textbuild.model.citation import Citation
from textbuild.model.clause_map import Change
from textbuild.model.span import Span
from textbuild.model.standard_number import find_all, parse, printed

RULE = Rule("TB208", "clause-changed", Severity.WARNING, msg("a clause that changed in the edition now in force"))

_FURTHER_CLAUSE = re.compile(
    r"[ ]?(?:[、，,和及与或至到~～—–-]|以及)[ ]?"
    r"(?:(?:第|附录)[ ]?[0-9A-Z]|[0-9]{1,3}\.[0-9]|[A-Z]\.[0-9]|[0-9]{1,3}[ ]?[条章节款])"
)
_AHEAD = 20
"""Characters after a citation among which a further clause would begin."""


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    if not linked.registry.maps:
        return
    judge = linked.judge
    for resolved in judged(module, book):
        locator, verdict = resolved.citation.locator, resolved.verdict
        if locator is None or verdict is None or resolved.edition is None:
            continue
        heirs = _heirs(verdict, judge)
        for newer in heirs:
            clause_map = linked.registry.maps.get((verdict.edition, newer))
            found = fate(clause_map, locator) if clause_map else None
            if found is not None:
                only = len(heirs) == 1 and judge(newer).status is Status.CURRENT
                fix = _fix(resolved, module, newer, found) if only else None
                message = _message(verdict.edition, newer, found)
                help_ = _help(newer, found, fix)
                yield Diagnostic(RULE, resolved.citation.span, message, help_, fix, book.book.id)


def _heirs(verdict: Verdict, judge: Judge) -> list[str]:
    """The editions at the end of the line: those current, else those that nothing has replaced."""
    latest = [number for number in verdict.chain[1:] if not judge(number).successors]
    return [number for number in latest if judge(number).status is Status.CURRENT] or latest


def _message(edition: str, newer: str, found: ClauseFate) -> Message:
    older, latest, change = printed(edition), printed(newer), found.change
    clause, new = change.from_ or "", change.to or ""
    match change.change:
        case Change.RENUMBERED:
            return msg(
                "clause {clause} of {edition} is clause {new} of {newer}",
                clause=clause,
                edition=older,
                new=new,
                newer=latest,
            )
        case Change.TECHNICAL:
            return msg(
                "clause {clause} of {edition} has another content in {newer}",
                clause=clause,
                edition=older,
                newer=latest,
            )
        case Change.REMOVED:
            return msg(
                "clause {clause} of {edition} was removed in {newer}", clause=clause, edition=older, newer=latest
            )
    return msg("{newer} adds clause {new} to what {edition} has there", newer=latest, new=new, edition=older)


def _help(newer: str, found: ClauseFate, fix: Fix | None) -> Message:
    place = {"path": found.span.path, "line": found.span.line}
    if fix is not None:
        clause = found.renumbered_to
        return msg(
            "cite clause {clause} of {newer}; `textbuild check --fix` does it", clause=clause, newer=printed(newer)
        )
    return msg(
        "read {newer}, adapt the text and cite its clause; the map: {path}:{line}", newer=printed(newer), **place
    )


def _fix(resolved: ResolvedCitation, module: LinkedModule, newer: str, found: ClauseFate) -> Fix | None:
    """The new number and clause, where the map says that nothing else changed and no further clause hangs on it."""
    citation, clause, number = resolved.citation, found.renumbered_to, parse(newer)
    if clause is None or number is None or citation.number.amendment or written(citation.span, module) != citation.text:
        return None
    basis = resolved in module.basis
    if not basis and _FURTHER_CLAUSE.match(_after(citation.span, module)):
        return None
    if citation.text.startswith("[@"):
        return Fix(f"[@{number.canonical}, {clause}]")
    text = _renumbered(citation, number.canonical if basis else number.printed, clause)
    return None if text is None else Fix(text)


def _after(span: Span, module: LinkedModule) -> str:
    """What follows a span, also in the next line."""
    rest = written(Span.at(span.path, span.end_line, span.end_column, _AHEAD), module)
    return rest + written(Span.at(span.path, span.end_line + 1, 1, _AHEAD), module).lstrip()


def _renumbered(citation: Citation, number: str, clause: str) -> str | None:
    """The citation as written with another number and clause; None if it names other numbers too."""
    text = citation.text
    mentions = find_all(text)
    if len(mentions) != 1:
        return None
    start, end = mentions[0].start, mentions[0].number_end
    old = re.compile(rf"(?<![0-9A-Za-z.]){re.escape(citation.locator or '')}(?!\.?[0-9A-Za-z])", re.ASCII)
    tail, count = old.subn(lambda _: clause, text[end:])
    return text[:start] + number + tail if count == 1 else None
