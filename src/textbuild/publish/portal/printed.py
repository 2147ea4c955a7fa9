"""What was printed beside what holds today: the values that the pages of printed ids show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.published import Answer, answer, printed_module, printing_id, printing_of, verdict_on, worst
from textbuild.link.verdict import Verdict
from textbuild.model.published import PrintedModule, Printing, Retired
from textbuild.model.standard_number import canonical
from textbuild.publish.layout import book_page, module_page, permanent_page
from textbuild.publish.portal.verdicts import Built, EditionLink, VerdictView, edition_link, verdict_view


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition as it was printed. `verdict` None: the registry does not hold it any more."""

    link: EditionLink
    verdict: VerdictView | None
    basis: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A page to go on to."""

    title: str
    page: str
    answer: Answer = Answer.NONE


@dataclass(frozen=True, slots=True)
class PrintingView:
    """What one printing says in a module, or in all modules, and what that is worth today."""

    book: str
    """Title of the book."""
    printing: Printing
    page: str
    answer: Answer
    editions: tuple[EditionView, ...]
    anchor: str | None = None
    """None where printings of two books have the same."""
    revised: bool = False
    """Whether the text has changed since."""


@dataclass(frozen=True, slots=True)
class ModuleView:
    """The page of a module's id. `recorded` False: nothing was printed, the one printing is the text of today."""

    id: str
    title: str
    page: str
    answer: Answer
    printings: tuple[PrintingView, ...]
    recorded: bool
    today: str | None
    """The module's page in its book."""
    retired: Retired | None
    moved_to: Place | None


@dataclass(frozen=True, slots=True)
class BookView:
    """The page of a whole printing."""

    whole: PrintingView
    recorded: bool
    modules: tuple[Place, ...]
    today: str | None
    retired: Retired | None

    @property
    def page(self) -> str:
        return self.whole.page


class Pages:
    """The views of all printed ids of one library. `built`: the standards that have a page."""

    def __init__(self, linked: LinkedLibrary, built: Built) -> None:
        self._linked, self._built, self._judge = linked, built, linked.judge
        self._books = {book.book.id: book for book in linked.books}
        self._modules = {
            one.module.id: (book, one) for book in linked.books if not book.book.exempt for one in book.modules
        }
        self._retired = {one.id: one for ledger in linked.library.published for one in ledger.value.retired}
        self._printed: dict[str, list[tuple[str, str, Printing, PrintedModule]]] = {}
        for ledger in linked.library.published:
            for printing in ledger.value.printings:
                for module in printing.modules:
                    place = ledger.value.book, ledger.value.title, printing, module
                    self._printed.setdefault(module.id, []).append(place)
        self._now = cache(lambda book: printing_of(self._books[book], linked.day))

    def modules(self) -> Iterator[ModuleView]:
        """Every id that is there today in a textbook, was printed, or is told of as retired."""
        books = {*self._books, *(ledger.value.book for ledger in self._linked.library.published)}
        gone = (id_ for id_ in self._retired if id_ not in books)
        for id_ in dict.fromkeys([*self._modules, *self._printed, *gone]):
            yield self._module(id_, *self._modules.get(id_, (None, None)))

    def books(self) -> Iterator[BookView]:
        """Every printing on record, and for each book the one that its `book.yml` tells of."""
        recorded = set()
        for ledger in self._linked.library.published:
            for printing in ledger.value.printings:
                recorded.add(printing.id)
                yield self._book(ledger.value.book, ledger.value.title, printing, recorded=True)
        for id_, book in self._books.items():
            if printing_id(book.book) not in recorded:
                yield self._book(id_, book.book.title, self._now(id_), recorded=False)

    def _module(self, id_: str, book: LinkedBook | None, module: LinkedModule | None) -> ModuleView:
        printed = self._printed.get(id_, [])
        today = module_page(book.book, module.module.path) if book and module else None
        title = module.module.title if module else printed[0][3].title if printed else id_
        views = tuple(self._printings(printed, module))
        if not printed and book and module:
            views = (self._printing(book.book.title, self._now(book.book.id), [printed_module(module)]),)
        retired = None
        if module is None:
            retired = self._retired.get(id_) or self._retired.get(printed[0][0] if printed else "")
        moved_to = self._place(retired.moved_to) if retired and retired.moved_to else None
        whole = worst(one.answer for one in views)
        return ModuleView(id_, title, permanent_page(id_), whole, views, bool(printed), today, retired, moved_to)

    def _printings(
        self, printed: list[tuple[str, str, Printing, PrintedModule]], module: LinkedModule | None
    ) -> Iterator[PrintingView]:
        now = printed_module(module).text if module else None
        keys = [printing.key for _, _, printing, _ in printed]
        for _, title, printing, one in printed:
            anchor = printing.key if keys.count(printing.key) == 1 else None
            revised = now is not None and one.text is not None and one.text != now
            yield self._printing(title, printing, [one], anchor, revised)

    def _book(self, book: str, title: str, printing: Printing, recorded: bool) -> BookView:
        def place(one: PrintedModule) -> Place:
            return Place(one.title, permanent_page(one.id), answer(self._verdicts([*one.basis, *one.cites])))

        return BookView(
            self._printing(title, printing, printing.modules),
            recorded,
            tuple(place(one) for one in printing.modules),
            book_page(book) if book in self._books else None,
            self._retired.get(book),
        )

    def _printing(
        self,
        title: str,
        printing: Printing,
        modules: Iterable[PrintedModule],
        anchor: str | None = None,
        revised: bool = False,
    ) -> PrintingView:
        modules = list(modules)
        basis = dict.fromkeys(edition for one in modules for edition in one.basis)
        cites = [edition for one in modules for edition in one.cites if edition not in basis]
        every = [*basis, *dict.fromkeys(cites)]
        editions = tuple(self._edition(edition, edition in basis) for edition in every)
        whole = answer(self._verdicts(every))
        return PrintingView(title, printing, permanent_page(printing.id), whole, editions, anchor, revised)

    def _edition(self, edition: str, basis: bool) -> EditionView:
        verdict = verdict_on(edition, self._linked.registry, self._judge)
        view = verdict_view(self._linked, verdict, self._built) if verdict else None
        return EditionView(edition_link(self._linked, canonical(edition), self._built), view, basis)

    def _verdicts(self, editions: Iterable[str]) -> Iterator[Verdict | None]:
        return (verdict_on(edition, self._linked.registry, self._judge) for edition in editions)

    def _place(self, id_: str) -> Place:
        if id_ in self._books:
            return Place(self._books[id_].book.title, book_page(id_))
        _, module = self._modules.get(id_, (None, None))
        return Place(module.module.title if module else id_, permanent_page(id_))
