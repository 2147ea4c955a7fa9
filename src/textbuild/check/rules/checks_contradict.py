"""Sources give different values for the same field of an edition.

What it finds: of a standard that a book is written to, an entry under `checks` whose `found` holds another value than
the record or than another source, and that nobody has settled since: an entry under `settled` answers the readings up
to its day, for the value that the record has. Editions that were replaced or withdrawn are looked at only where a book
names them; contradictions in all other records are listed by `textbuild standards stale`.

Why it matters: one of the sources is wrong. Until a person has settled which, the edition is never shown as current.

What to do: look at an official source. Correct the record if need be, and write under `settled` which value is right,
who decided that, when and why.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.cited import judged
from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.evidence import contradictions, disputes
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.registry import EditionEntry
from textbuild.link.verdict import Status
from textbuild.model.span import Span
from textbuild.model.standard_number import canonical, printed

RULE = Rule("TB104", "checks-contradict", Severity.ERROR, msg("sources that contradict each other"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for entry in _concerned(book, linked):
        for field, values in contradictions(entry.edition).items():
            message = msg(
                "the record and the sources of {edition} disagree on `{field}`: {values}",
                edition=printed(entry.edition.edition),
                field=field,
                values=" ≠ ".join(values),
            )
            help_ = msg(
                "see an official source, correct the record, and write under `settled` who decided, when and why"
            )
            yield Diagnostic(RULE, _place(entry, field), message, help_)


def _concerned(book: LinkedBook, linked: LinkedLibrary) -> Iterator[EditionEntry]:
    """The editions that the book names, and those that are not yet replaced of each standard that it names."""
    cited = [one for module in book.texts for one in judged(module, book)]
    named = {verdict.edition for one in cited for verdict in one.verdicts}
    for identity in dict.fromkeys(canonical(one.value.number) for found in cited for one in found.standards):
        for entry in linked.registry.editions_of(identity):
            number = canonical(entry.edition.edition)
            ended = linked.judge(number).status in (Status.SUPERSEDED, Status.WITHDRAWN)
            if number in named or not ended:
                yield entry


def _place(entry: EditionEntry, field: str) -> Span:
    index = next(index for index, name in disputes(entry.edition) if name == field)
    return entry.at("checks", index, "found", field)
