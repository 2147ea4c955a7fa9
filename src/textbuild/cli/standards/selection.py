"""Which editions a command is about: the filters that `list` and `export` share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import typer

from textbuild.cli.console import require_one_of
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.registry import EditionEntry
from textbuild.link.trace import mentions
from textbuild.link.verdict import Status, Verdict
from textbuild.pipeline import Run, link, registry, require_books

Sector = Annotated[str | None, typer.Option("--sector", help="Only standards of this sector.")]
OfVerdict = Annotated[str | None, typer.Option("--verdict", help="Only editions with this verdict.")]
Issuer = Annotated[str | None, typer.Option("--issuer", help="Only from issuers whose name holds this.")]
Cited = Annotated[
    bool | None, typer.Option("--cited/--uncited", help="Only editions that a book names, or that none does.")
]
CitedBy = Annotated[
    str | None, typer.Option("--cited-by", metavar="BOOK", help="Only editions that this book names, as it names them.")
]
Holding = Annotated[str | None, typer.Option("--text", help="Only numbers or titles that hold this text.")]


@dataclass(frozen=True, slots=True)
class Selection:
    """What an edition must be; None asks for nothing."""

    sector: str | None = None
    verdict: str | None = None
    issuer: str | None = None
    cited: bool | None = None
    cited_by: str | None = None
    text: str | None = None

    def choose(self, run: Run) -> tuple[LinkedLibrary, list[tuple[EditionEntry, Verdict]]]:
        """The editions by number, or in the order in which a book first names them. Raises WrongUseError."""
        if self.verdict:
            require_one_of(self.verdict, Status)
        linked = registry(run) if self.cited is None and self.cited_by is None else link(run)[0]
        judge = linked.judge
        chosen = ((linked.registry.editions[number], judge(number)) for number in self._numbers(linked))
        return linked, [(entry, found) for entry, found in chosen if not self.verdict or found.status == self.verdict]

    def _numbers(self, linked: LinkedLibrary) -> Iterator[str]:
        named = mentions(linked) if self.cited is not None else {}
        numbers = sorted(linked.registry.editions) if self.cited_by is None else _named(linked, self.cited_by)
        for number in numbers:
            if self.cited in (None, number in named) and self._admits(linked.registry.editions[number], number):
                yield number

    def _admits(self, entry: EditionEntry, number: str) -> bool:
        standard = entry.standard.value
        return (
            (not self.sector or self.sector in standard.sectors)
            and (not self.issuer or self.issuer in (standard.issuer or ""))
            and (not self.text or self.text in f"{number} {entry.title or ''}")
        )


def _named(linked: LinkedLibrary, book: str) -> list[str]:
    books = {one.book.id: one for one in linked.books}
    require_books([book], sorted(books))
    return list(dict.fromkeys(_in_order(books[book])))


def _in_order(book: LinkedBook) -> Iterator[str]:
    for module in book.modules:
        for resolved in (*module.basis, *module.citations):
            yield from (verdict.edition for verdict in resolved.verdicts)
