"""A code on paper leads to a module that is no longer there.

What it finds: an id recorded in `published/<book>.yml` that no module of the library has any more, because the module
was deleted, its `id` was changed, or it has no `id` of its own and its file was renamed; and an entry under `retired`
that says where an id went, when the id is still in use or there is nothing at the place it went to.

Why it matters: the id is printed in books that people own. Whoever scans its code years later must learn whether the
page before them still holds, and find the text of that day.

What to do: write the printed id into the front matter of the module that it became. If another module took its place,
or none, record that under `retired` in the ledger: `moved_to` with the other id, or `withdrawn` with the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textbuild.check.nearest import Nearest
from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedLibrary
from textbuild.model.book import Module
from textbuild.model.published import PrintedModule, Published, Retired
from textbuild.model.span import Sourced, Span

RULE = Rule("TB410", "published-id-missing", Severity.ERROR, msg("a printed code that leads to no module"))


def check(linked: LinkedLibrary) -> Iterator[Diagnostic]:
    modules = {module.module.id: module.module for book in linked.books for module in book.modules}
    books = frozenset(book.book.id for book in linked.books)
    ledgers = linked.library.published
    retired = {one.id: one for ledger in ledgers for one in ledger.value.retired}
    nearest = Nearest(modules)
    for ledger in ledgers:
        book = ledger.value.book if ledger.value.book in books else None
        for printed, span in _missing(ledger, {*modules, *retired}):
            message = msg("`{id}` {title} is printed, and no module has this id", id=printed.id, title=printed.title)
            yield Diagnostic(RULE, span, message, _help(printed, modules, nearest), book=book)
        for index, one in enumerate(ledger.value.retired):
            message_ = _fault(one, {*modules, *books}, retired)
            if message_ is not None:
                yield Diagnostic(RULE, ledger.places.at("retired", index), message_, book=book)


def _missing(ledger: Sourced[Published], known: set[str]) -> Iterator[tuple[PrintedModule, Span]]:
    """The printed modules without a place today, each once. Where the whole book is retired, they are with it."""
    if ledger.value.book in known:
        return
    told: set[str] = set()
    for index, printing in enumerate(ledger.value.printings):
        for i, printed in enumerate(printing.modules):
            if printed.id not in known and printed.id not in told:
                told.add(printed.id)
                yield printed, ledger.places.at("printings", index, "modules", i, "id")


def _help(printed: PrintedModule, modules: Mapping[str, Module], nearest: Nearest) -> Message:
    """Names the module it most likely became: one of the same title, else one of a like id."""
    same = next((module for module in modules.values() if module.title == printed.title), None)
    near = same or modules.get(nearest(printed.id) or "")
    if near is None:
        return msg("put the module back, or record under `retired` that `{id}` moved (`moved_to`) or was `withdrawn`",
                   id=printed.id)  # fmt: skip
    return msg(
        "write `id: {id}` into the front matter of the module that it became ({path}?), "
        "or record under `retired` that it moved (`moved_to`) or was `withdrawn`",
        id=printed.id,
        path=near.path,
    )


def _fault(one: Retired, known: set[str], retired: Mapping[str, Retired]) -> Message | None:
    if one.id in known:
        return msg("`{id}` is said to be retired, and is still in use", id=one.id)
    seen = {one.id}
    target = one.moved_to
    while target is not None and target not in known:
        if target in seen or target not in retired:
            return msg("`{id}` moved to `{target}`, which leads to no module", id=one.id, target=one.moved_to)
        seen.add(target)
        target = retired[target].moved_to
    return None
