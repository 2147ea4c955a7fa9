"""What a printing rests on, and whether that still holds on a day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.registry import Registry
from textbuild.link.resolve import Judge, ResolvedCitation
from textbuild.link.verdict import Status, Verdict
from textbuild.model.book import Book
from textbuild.model.published import PrintedModule, Printing, printing_key
from textbuild.model.standard_number import canonical

_GONE = (Status.SUPERSEDED, Status.WITHDRAWN)


class Answer(StrEnum):
    """Whether print is still current, the worst last. `NONE`: it rests on no standard."""

    NONE = "none"
    CURRENT = "current"
    UNVERIFIED = "unverified"
    CHANGED = "changed"


def answer(verdicts: Iterable[Verdict | None]) -> Answer:
    """What the verdicts on the printed editions come to; None is an edition that the registry does not hold."""
    return worst(_answer(verdict) for verdict in verdicts)


def worst(answers: Iterable[Answer]) -> Answer:
    return max(answers, key=list(Answer).index, default=Answer.NONE)


def verdict_on(edition: str, registry: Registry, judge: Judge) -> Verdict | None:
    """The verdict on an edition as it was printed; None if the registry does not hold it."""
    number = canonical(edition)
    return judge(number) if number in registry.editions else None


def printing_id(book: Book) -> str:
    """The id of the printing that `book.yml` tells of: `ev-2-1` for edition 2, printing 1, else `ev-<version>`."""
    return f"{book.id}-{current_key(book)}"


def current_key(book: Book) -> str:
    config = book.config.value
    edition, printing = (config.publication.edition, config.publication.printing) if config.publication else (None, 0)
    return printing_key(edition, printing, config.version)


def printing_of(book: LinkedBook, day: date) -> Printing:
    """What the ledger records of the book as it is now."""
    config = book.book.config.value
    publication = config.publication
    return Printing(
        id=printing_id(book.book),
        edition=publication.edition if publication else None,
        printing=publication.printing if publication else None,
        version=config.version,
        date=day,
        modules=tuple(printed_module(module) for module in coded(book)),
    )


def recorded(linked: LinkedLibrary, printing: str) -> Printing | None:
    """The printing with this id, as it was recorded."""
    every = (one for ledger in linked.library.published for one in ledger.value.printings)
    return next((one for one in every if one.id == printing), None)


def differs_from_record(book: LinkedBook, linked: LinkedLibrary) -> bool:
    """Whether the book's present printing is on record with other modules than it has now."""
    known = recorded(linked, printing_id(book.book))
    return known is not None and known.modules != printing_of(book, linked.day).modules


def coded(book: LinkedBook) -> Iterator[LinkedModule]:
    """The modules whose print carries a code: those that must rest on a standard."""
    return (module for module in book.modules if module.module.kind == "module" and not book.book.exempt)


def printed_module(module: LinkedModule) -> PrintedModule:
    """The module as print would hold it: undated mentions become the editions that they mean on the day."""
    basis = tuple(dict.fromkeys(_editions(module.basis)))
    taught = (one for one in module.citations if not one.citation.historical)
    cites = tuple(edition for edition in dict.fromkeys(_editions(taught)) if edition not in basis)
    return PrintedModule(
        id=module.module.id,
        title=module.module.title,
        basis=basis,
        cites=cites,
        text=hashlib.sha256(module.module.text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
    )


def _answer(verdict: Verdict | None) -> Answer:
    if verdict is None:
        return Answer.UNVERIFIED
    if verdict.status in _GONE:
        return Answer.CHANGED
    return Answer.CURRENT if verdict.status is Status.CURRENT else Answer.UNVERIFIED


def _editions(citations: Iterable[ResolvedCitation]) -> Iterator[str]:
    for one in citations:
        yield from (verdict.edition for verdict in one.verdicts)
        if not one.verdicts:
            yield one.citation.number.canonical
