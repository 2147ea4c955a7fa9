"""The ledgers of printings, `published/*.yml`, and the faults that one of them alone does not show."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from textbuild.diagnostics import Diagnostic, msg
from textbuild.load.files import read_text, walk
from textbuild.load.records import validate
from textbuild.load.rules import field_invalid, id_duplicate
from textbuild.load.yaml_places import parse_yaml
from textbuild.model.book import Book
from textbuild.model.permanent import permanent_name
from textbuild.model.published import Published
from textbuild.model.span import Places, Sourced, Span

FOLDER = "published"
"""Beside `books/`, not within: copies of a book outlive its folder."""
Ledgers = Sequence[Sourced[Published]]


@dataclass(frozen=True, slots=True)
class _Entry:
    """An id and where it is written. The place is looked up only for a finding: that composes the file again."""

    id: str
    places: Places
    keys: tuple[Hashable, ...]
    book: str | None = None
    is_printing: bool = False

    @property
    def span(self) -> Span:
        return self.places.at(*self.keys)


def load_published(root: Path) -> tuple[tuple[Sourced[Published], ...], tuple[Diagnostic, ...]]:
    """Reads every ledger of the library; there is none where nothing was printed yet."""
    ledgers: list[Sourced[Published]] = []
    found: list[Diagnostic] = []
    for path in walk(root, FOLDER):
        if not path.endswith((".yml", ".yaml")):
            continue
        text = read_text(root, path)
        if text.content is None:
            found += [text.fault] if text.fault else []
            continue
        ledger, faults = validate(parse_yaml(text.content, path), Published)
        found += faults
        if ledger is not None:
            ledgers.append(ledger)
    found += _repeated(_books(ledgers))
    found += _repeated(_printings(ledgers))
    for ledger in ledgers:
        found += _faults(ledger)
    return tuple(ledgers), tuple(found)


def address_faults(books: Iterable[Book], ledgers: Iterable[Sourced[Published]]) -> Iterator[Diagnostic]:
    """Two ids whose pages would have one address. Letters that differ only in case are the same to many a server."""
    first: dict[str, _Entry] = {}
    for entry in [*_module_ids(books), *_printings(ledgers), *_printed_ids(ledgers)]:
        name = permanent_name(entry.id)
        before = first.setdefault(name.casefold(), entry)
        if (entry.id, entry.is_printing) != (before.id, before.is_printing):
            help_ = msg("both would have the address `/v/{name}/`: give one of the two another id", name=name)
            yield id_duplicate.diagnose(entry.id, entry.span, before.span, entry.book, help_)


def _repeated(entries: Iterable[_Entry]) -> Iterator[Diagnostic]:
    first: dict[str, _Entry] = {}
    for entry in entries:
        before = first.setdefault(entry.id, entry)
        if before is not entry:
            yield id_duplicate.diagnose(entry.id, entry.span, before.span, entry.book)


def _faults(ledger: Sourced[Published]) -> Iterator[Diagnostic]:
    value, places = ledger.value, ledger.places
    for index, printing in enumerate(value.printings):
        printed = enumerate(printing.modules)
        yield from _repeated(_Entry(one.id, places, ("printings", index, "modules", i, "id")) for i, one in printed)
    yield from _repeated(_Entry(one.id, places, ("retired", i, "id")) for i, one in enumerate(value.retired))
    for index, retired in enumerate(value.retired):
        if (retired.moved_to is None) == (retired.withdrawn is None):
            message = msg("say in one of the two, `moved_to` or `withdrawn`, what became of `{id}`", id=retired.id)
            yield field_invalid.other(message, places.at("retired", index))


def _books(ledgers: Ledgers) -> Iterator[_Entry]:
    return (_Entry(ledger.value.book, ledger.places, ("book",)) for ledger in ledgers)


def _module_ids(books: Iterable[Book]) -> Iterator[_Entry]:
    for book in books:
        for module in book.modules:
            yield _Entry(module.id, module.front.places, ("id",), book.id)


def _printings(ledgers: Iterable[Sourced[Published]]) -> Iterator[_Entry]:
    for ledger in ledgers:
        for index, printing in enumerate(ledger.value.printings):
            yield _Entry(printing.id, ledger.places, ("printings", index, "id"), is_printing=True)


def _printed_ids(ledgers: Iterable[Sourced[Published]]) -> Iterator[_Entry]:
    for ledger in ledgers:
        for index, printing in enumerate(ledger.value.printings):
            for i, module in enumerate(printing.modules):
                yield _Entry(module.id, ledger.places, ("printings", index, "modules", i, "id"))
