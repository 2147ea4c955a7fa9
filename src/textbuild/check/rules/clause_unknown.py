"""A citation names a clause that the edition does not have.

What it finds: a clause that is not among those recorded for the edition, `GB 18384—2025 第 9.9 条`. An edition of
which no clause is recorded is not judged.

Why it matters: clauses are renumbered from edition to edition. A wrong one sends the reader to another requirement.

What to do: look the clause up in the edition cited and correct the number, or add the clause to the record if you have
read it there.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from textbuild.check.cited import judged
from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.model.standard_number import printed

RULE = Rule("TB206", "clause-unknown", Severity.ERROR, msg("a clause that the edition does not have"))

_CLAUSE = re.compile(r"[0-9A-Z]{1,4}(?:\.[0-9]{1,4}){0,8}", re.ASCII)


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for resolved in judged(module, book):
        locator, edition = resolved.citation.locator, resolved.edition
        if locator is None or edition is None or not _CLAUSE.fullmatch(locator):
            continue
        entry = linked.registry.editions[edition]
        known = [clause.number for clause in entry.edition.clauses]
        if not known or any(number == locator or number.startswith(f"{locator}.") for number in known):
            continue
        message = msg("the record of {edition} has no clause {clause}", edition=printed(edition), clause=locator)
        help_ = msg(
            "look the clause up; recorded are {clauses}, in {path}",
            clauses=", ".join(_nearest(locator, known)),
            path=entry.at().path,
        )
        yield Diagnostic(RULE, resolved.citation.span, message, help_, book=book.book.id)


def _nearest(locator: str, known: list[str], most: int = 5) -> list[str]:
    """The recorded clauses that look most like `locator`, in the record's order."""
    near = difflib.get_close_matches(locator, known, n=most, cutoff=0.0)
    return [number for number in known if number in near]
