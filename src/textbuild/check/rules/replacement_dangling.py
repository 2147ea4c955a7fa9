"""An edition says that it replaces one that the library does not hold.

What it finds: an entry of `replaces` without a record of that edition; a clause map from or to an edition without a
record.

Why it matters: a module that still cites the old edition would be told that the number is unknown, not that it was
replaced and by what.

What to do: correct the number, or add the old edition to its standard's file. An edition of which only the number is
known is a valid entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textbuild.check.cited import listed
from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.registry import Registry
from textbuild.model.standard_number import canonical, parse, printed

RULE = Rule("TB102", "replacement-dangling", Severity.ERROR, msg("a replaced edition that has no record"))


def check(registry: Registry, day: date, max_check_age: int) -> Iterator[Diagnostic]:
    for entry in registry.editions.values():
        for index, replacement in enumerate(entry.edition.replacements):
            if canonical(replacement.edition) in registry.editions:
                continue
            message = msg(
                "{edition} replaces {replaced}, which no file under `standards/` holds",
                edition=printed(entry.edition.edition),
                replaced=printed(replacement.edition),
            )
            yield Diagnostic(RULE, entry.at("replaces", index), message, _help(registry, replacement.edition))
    yield from _maps(registry)


def _maps(registry: Registry) -> Iterator[Diagnostic]:
    for one in registry.maps.values():
        for field, number in (("from", one.value.from_), ("to", one.value.to)):
            if canonical(number) not in registry.editions:
                message = msg(
                    "`{field}` is {edition}, which no file under `standards/` holds",
                    field=field,
                    edition=printed(number),
                )
                yield Diagnostic(RULE, one.places.at(field), message, _help(registry, number))


def _help(registry: Registry, number: str) -> Message:
    parsed = parse(number)
    identity = parsed.identity if parsed else number
    known = registry.editions_of(identity)
    if known:
        editions = listed(one.edition.edition for one in known)
        return msg("add `- edition: {number}` to its file, which holds {known}", number=number, known=editions)
    return msg("correct it, or add a file for {identity} with `- edition: {number}`", identity=identity, number=number)
