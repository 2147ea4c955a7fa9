"""The book's ISBN is not one.

What it finds: an `isbn` under `publication` of `book.yml` that has not 13 digits, does not begin with 978 or 979, has
other signs than digits and hyphens, or whose last digit does not follow from the others.

Why it matters: the number stands on the imprint page and in the bar code of the cover. Shops and libraries find no
book by a wrong one, and a wrong one may be another book's.

What to do: copy the number from the publisher's notice again. Where there is none yet, leave the field out: the number
is given by the publisher, and no bar code is printed without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.model.isbn import Fault, isbn_digits, isbn_fault

RULE = Rule("TB420", "isbn-invalid", Severity.ERROR, msg("an ISBN that is none"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    config = book.book.config
    publication = config.value.publication
    fault = isbn_fault(publication.isbn) if publication and publication.isbn else None
    if fault is not None and publication is not None and publication.isbn is not None:
        help_ = msg("copy it from the publisher's notice again, or leave it out until there is one")
        where = config.places.at("publication", "isbn")
        yield Diagnostic(RULE, where, _messages(publication.isbn)[fault], help_, book=book.book.id)


def _messages(written: str) -> Mapping[Fault, Message]:
    return {
        Fault.SIGNS: msg("the ISBN `{isbn}` has other signs than digits and hyphens", isbn=written),
        Fault.LENGTH: msg(
            "the ISBN `{isbn}` has {count} digits; an ISBN has 13", isbn=written, count=len(isbn_digits(written))
        ),
        Fault.PREFIX: msg("the ISBN `{isbn}` does not begin with 978 or 979", isbn=written),
        Fault.CHECK: msg(
            "a digit of the ISBN `{isbn}` is wrong: the last does not follow from the others", isbn=written
        ),
    }
