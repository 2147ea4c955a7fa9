"""A path leads out of the library.

What it finds: a link, an image or an entry of the nav whose path climbs above the library's folder with `../`, or
begins at the root of a disk or site: `/images/pack.svg`, `C:\\images\\pack.svg`, `file:///…`.

Why it matters: such a file is on the author's computer only. And a book made by others must never get at files of the
computer that builds it.

What to do: put the file into the book's folder and write its path from the module: `images/pack.svg`.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.targets import Where, links, target
from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.model.span import Span

RULE = Rule("TB313", "path-outside-library", Severity.ERROR, msg("a path that leads out of the library"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for _, link, to in links(book):
        if to.where is Where.OUTSIDE:
            yield _diagnostic(link.href, link.span, book)
    for page in book.book.pages():
        if target(page.href, f"{book.book.folder}/book.yml").where is Where.OUTSIDE:
            yield _diagnostic(page.href, page.span, book)


def _diagnostic(href: str, span: Span, book: LinkedBook) -> Diagnostic:
    message = msg("{href} leads out of the library", href=href)
    help_ = msg("put the file into the book's folder and write its path from the file that names it")
    return Diagnostic(RULE, span, message, help_, book=book.book.id)
