"""What a module's page tells of the standards it is written to, once they are in force no longer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape

from textbuild.link.resolve import ResolvedCitation
from textbuild.link.verdict import Status, Verdict
from textbuild.model.standard_number import printed
from textbuild.render.page import Page

_ENDED = (Status.SUPERSEDED, Status.WITHDRAWN)


def ended(basis: Iterable[ResolvedCitation], day: date | None, page: Page) -> str:
    """A banner for the standards that are in force no longer on the day; empty where all are."""
    told = [_sentence(one, one.since, one.successors, day, page) for one in _verdicts(basis) if one.status in _ENDED]
    entries = "".join(f"<li>{sentence}</li>\n" for sentence in told)
    return f'<div class="tb-ended" role="note">\n<ul>\n{entries}</ul>\n</div>\n' if told else ""


def to_end(basis: Iterable[ResolvedCitation], day: date, page: Page) -> str:
    """The same sentences for what is known to end later, hidden: a script shows each when its day has come.

    A page is static and may be read years later, from a folder on a telephone.
    """
    verdicts = _verdicts(basis)
    entries = "".join(
        f'<li data-day="{one.ending.day}" data-edition="{escape(printed(one.edition))}"'
        f' data-successors="{escape(_names(one.ending.successors))}">'
        f"{_sentence(one, one.ending.day, one.ending.successors, day, page)}</li>\n"
        for one in verdicts
        if one.ending
    )
    coming = f'<ul class="tb-coming" hidden>\n{entries}</ul>\n' if entries else ""
    doubtful = min((one.doubtful_from for one in verdicts if one.doubtful_from), default=None)
    if doubtful is None:
        return coming
    return coming + f'<p class="tb-doubtful" data-day="{doubtful}" hidden>{page.words.doubtful.format(day=day)}</p>\n'


def _verdicts(basis: Iterable[ResolvedCitation]) -> list[Verdict]:
    """Each edition once."""
    return list({one.edition: one for resolved in basis for one in resolved.verdicts}.values())


def _sentence(verdict: Verdict, since: object | None, successors: tuple[str, ...], day: date | None, page: Page) -> str:
    words = page.words
    ends = words.ends_replaced if successors else words.ends_withdrawn
    told = ends.format(
        edition=printed(verdict.edition),
        since=words.ends_since.format(day=since) if since else "",
        text=_names(successors),
    )
    return escape(told + (words.ends_checked.format(day=day) if day else "") + words.ends_advice)


def _names(editions: Iterable[str]) -> str:
    return "、".join(map(printed, editions))
