"""A book's glossary explains a term that no module uses.

What it finds: an entry of the book's own `glossary.yml` of which neither the term nor an alias stands in any module.

Why it matters: the entry is printed without a page, or the modules write the word in another way and then it is
explained nowhere.

What to do: add the way the modules write it to `aliases`; delete the entry if the book does without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary

RULE = Rule("TB315", "term-unused", Severity.HINT, msg("a term of the glossary that no module uses"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    if book.book.glossary is None:
        return
    used = {use.term.anchor for module in book.modules for use in book.glossary.find(module.module.text)}
    places = book.book.glossary.glossary.places
    for index, term in enumerate(book.book.glossary.glossary.value.terms):
        entry = book.glossary.names[term.term]
        if entry.value is term and entry.anchor not in used:
            message = msg("no module uses {term}", term=term.term)
            help_ = msg("add the words that the modules use to its `aliases`, or delete the entry")
            yield Diagnostic(RULE, places.at("terms", index, "term"), message, help_, book=book.book.id)
