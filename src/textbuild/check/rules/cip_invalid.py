"""The CIP data do not agree with the book.

What it finds: a `cip` under `publication` of `book.yml` without the number of its verification, `CIP 数据核字（2026）第
012345 号`; with an ISBN that is none or not the book's; or without the book's title.

Why it matters: the block must stand on the imprint page as the authority gave it (GB/T 12451-2023). The number has no
check digit of its own, so the ISBN and the title tell whether the block is this book's.

What to do: copy the whole block again, every line. If the title or the ISBN has changed since, the publisher must ask
for new data. textbuild never makes any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.model.book import BookConfig
from textbuild.model.isbn import isbn_digits, isbn_fault

RULE = Rule("TB421", "cip-invalid", Severity.WARNING, msg("CIP data that do not agree with the book"))

_VERIFIED = re.compile(r"核字[（(]\d{4}[）)]第\d{5,6}号")
_ISBN = re.compile(r"ISBN[\s:：]*([0-9Xx][0-9Xx‐‑–\s-]{8,20})", re.IGNORECASE)


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    config = book.book.config
    publication = config.value.publication
    if publication is None or not publication.cip:
        return
    help_ = msg("copy the whole block from the authority's notice again; if it is right, mend `book.yml`")
    for message in _faults(config.value, publication.cip, publication.isbn):
        yield Diagnostic(RULE, config.places.at("publication", "cip"), message, help_, book=book.book.id)


def _faults(config: BookConfig, cip: str, isbn: str | None) -> Iterator[Message]:
    squeezed = "".join(cip.split())
    if _VERIFIED.search(squeezed) is None:
        yield msg("the CIP data lack the number of their verification, 核字（year）第 number 号")
    for line in cip.splitlines():
        for found in _ISBN.findall(line):
            if isbn_fault(found) is not None:
                yield msg("the ISBN `{isbn}` in the CIP data is wrong", isbn=found.strip())
            elif isbn and isbn_digits(found) != isbn_digits(isbn):
                yield msg("the CIP data are of another book: their ISBN is `{isbn}`", isbn=found.strip())
    if "".join(config.title.split()) not in squeezed:
        yield msg("the CIP data do not have the title `{title}`", title=config.title)
