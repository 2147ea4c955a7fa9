"""Which citations that pass today will fail by a later day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from textbuild.check.rules import citation_superseded, citation_withdrawn
from textbuild.link.forecast import forecast
from textbuild.link.library import LinkedLibrary
from textbuild.link.trace import Use
from textbuild.link.verdict import Status, Verdict

_CODES: Mapping[Status, str] = {
    Status.SUPERSEDED: citation_superseded.RULE.code,
    Status.WITHDRAWN: citation_withdrawn.RULE.code,
}


@dataclass(frozen=True, slots=True)
class Coming:
    """A citation in a book that will be an error from `day` on, with the verdict that makes it one."""

    day: date
    use: Use
    verdict: Verdict


def coming(linked: LinkedLibrary, until: date) -> Iterator[Coming]:
    """The citations that become TB202 or TB203 after the library's day, by `until` at the latest, each once by day.

    What a suppression silences is left out.
    """
    seen: set[int] = set()  # a citation may end, come back, and end again
    for change in forecast(linked, until):
        for place in change.places:
            use = place.use
            if place.ends and use.module and id(use) not in seen and not _is_silenced(use, place.after):
                seen.add(id(use))
                yield Coming(change.day, use, place.after)


def _is_silenced(use: Use, verdict: Verdict) -> bool:
    line, code = use.citation.span.line, _CODES[verdict.status]
    marks = use.module.module.suppressions if use.module else ()
    return any(one.reason.strip() and code in one.codes and one.lines[0] <= line <= one.lines[1] for one in marks)
