"""Sources give different values for the same field of an edition.

What it finds: an entry under `checks` whose `found` holds another value than the record or than another source, and
that nobody has settled since: an entry under `settled` answers the readings up to its day, for the value that the
record has.

Why it matters: one of the sources is wrong. Until a person has settled which, the edition is never shown as current.

What to do: look at an official source. Correct the record if need be, and write under `settled` which value is right,
who decided that, when and why.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.evidence import contradictions, disputes
from textbuild.link.registry import EditionEntry, Registry
from textbuild.model.span import Span
from textbuild.model.standard_number import printed

RULE = Rule("TB104", "checks-contradict", Severity.ERROR, msg("sources that contradict each other"))


def check(registry: Registry, day: date, max_check_age: int) -> Iterator[Diagnostic]:
    for entry in registry.editions.values():
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


def _place(entry: EditionEntry, field: str) -> Span:
    index = next(index for index, name in disputes(entry.edition) if name == field)
    return entry.at("checks", index, "found", field)
