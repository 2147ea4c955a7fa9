"""A citation names a standard, or an edition of one, that the library does not hold.

What it finds: a number under `basis:` or in the text without a record under `standards/`, be it mistyped or not yet
added.

Why it matters: textbuild can not tell whether an unknown standard is in force, and a student can not look it up.

What to do: correct the number; the help names the known one that looks most like it. If the number is right, add the
standard with `textbuild new standard`, with the source in which you read it.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.cited import listed, mentioned
from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.registry import Registry
from textbuild.link.resolve import ResolvedCitation

RULE = Rule("TB201", "citation-unknown", Severity.ERROR, msg("a citation of a standard that is not known"))


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for resolved in mentioned(module, book):
        if not resolved.verdicts:
            message, help_ = _words(resolved, linked.registry)
            yield Diagnostic(RULE, resolved.citation.span, message, help_, book=book.book.id)


def _words(resolved: ResolvedCitation, registry: Registry) -> tuple[Message, Message]:
    number = resolved.citation.number
    if resolved.known:
        known = listed(one.edition.edition for one in registry.editions_of(number.identity))
        return (
            msg("no such edition of {identity} is known: {number}", identity=number.identity, number=number.printed),
            msg("known are {known}; correct the year, or add the edition to the standard's file", known=known),
        )
    message = msg("no file under `standards/` holds {number}", number=number.printed)
    if parts := registry.parts(number.identity):
        known, whole = listed(part.value.number for part in parts), f"{number.identity}（所有部分）"
        return message, msg("it has parts: cite {parts}, or all of them as {whole}", parts=known, whole=whole)
    if near := registry.nearest(number.identity):
        return message, msg("did you mean {near}? Otherwise add it with `textbuild new standard`", near=near)
    return message, msg("correct it, or add it with `textbuild new standard '{number}'`", number=number.identity)
