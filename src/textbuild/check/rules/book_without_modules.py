"""A book has no module.

What it finds: a folder below `books/` with a `book.yml` and no Markdown file.

Why it matters: it would be built as an empty book.

What to do: add a module with `textbuild new module`, or delete the folder.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary

RULE = Rule("TB303", "book-without-modules", Severity.ERROR, msg("a book without modules"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    if any(path.endswith(".md") for path in book.book.files):  # one that can not be read is told of by itself
        return
    help_ = msg("add one: `textbuild new module {book} 1-1`", book=book.book.id)
    yield Diagnostic(RULE, book.book.config.span, msg("this book has no module"), help_, book=book.book.id)
