"""A citation names an edition that a newer one has replaced.

What it finds: a dated citation, under `basis:` or in the text, of an edition whose successor is in force on the day of
the check; or an undated one of a standard that another has replaced.

Why it matters: a student who learns the old limits and tests will work to requirements that no longer bind.

What to do: read what the new edition changed, adapt the text, and cite the new edition; without a year, a citation
always means the edition in force. Where the text only tells history, write `[GB 38031—2020]{.historical}`.
`textbuild check --fix` writes the new number where one edition replaced just this one and no clause is cited.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.cited import listed, with_status, written
from textbuild.diagnostics import Diagnostic, Fix, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.registry import Registry
from textbuild.link.resolve import Judge, ResolvedCitation
from textbuild.link.verdict import Status, Verdict
from textbuild.model.standard_number import canonical, parse, printed

RULE = Rule("TB202", "citation-superseded", Severity.ERROR, msg("a citation of an edition that was replaced"))


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    judge = linked.judge
    for resolved, verdict in with_status(module, book, Status.SUPERSEDED):
        message = msg(
            "{edition} was replaced on {day} by {successors}",
            edition=printed(verdict.edition),
            day=verdict.since,
            successors=listed(verdict.successors),
        )
        fix = _fix(resolved, module, verdict, linked.registry, judge)
        yield Diagnostic(RULE, resolved.citation.span, message, _help(verdict, judge), fix, book.book.id)


def _help(verdict: Verdict, judge: Judge) -> Message:
    latest = [number for number in verdict.chain[1:] if judge(number).status is Status.CURRENT]
    if not latest:
        latest = [number for number in verdict.chain[1:] if not judge(number).successors]
    edition = printed(verdict.edition)
    if not latest:
        return msg("the records say that these editions replace each other: mend them first (TB103)")
    return msg(
        "cite {newer}; if the text only tells history, write `[{edition}]{{.historical}}`",
        newer=listed(latest),
        edition=edition,
    )


def _fix(
    resolved: ResolvedCitation, module: LinkedModule, verdict: Verdict, registry: Registry, judge: Judge
) -> Fix | None:
    """The new number, where nothing but the number has to change."""
    citation = resolved.citation
    number = citation.number
    if (
        citation.locator
        or number.edition is None
        or number.amendment
        or written(citation.span, module) != citation.text
    ):
        return None
    newer = parse(_heir(verdict.edition, registry, judge) or "")
    if newer is None:
        return None
    if citation.text.startswith("[@"):
        return Fix(f"[@{newer.canonical}]")
    return Fix(newer.canonical if resolved in module.basis else newer.printed)


def _heir(edition: str, registry: Registry, judge: Judge) -> str | None:
    """The edition in force at the end of a line in which each edition replaces just the one before it."""
    line = [edition]
    while True:
        successions = registry.successors(line[-1])
        if len(successions) != 1 or successions[0].extent != "full" or successions[0].edition in line:
            return None
        newer = registry.editions[successions[0].edition]
        line.append(successions[0].edition)
        replaced = {canonical(one.edition) for one in newer.edition.replacements}
        if not replaced <= _line_before(line[-2], registry):
            return None
        if judge(line[-1]).status is Status.CURRENT:
            return line[-1]


def _line_before(edition: str, registry: Registry) -> set[str]:
    """An edition and all those that it replaced in its time."""
    found: set[str] = set()
    ahead = [edition]
    while ahead:
        number = ahead.pop()
        if number not in found:
            found.add(number)
            entry = registry.editions.get(number)
            ahead += [canonical(one.edition) for one in entry.edition.replacements] if entry else []
    return found
