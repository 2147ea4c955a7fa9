"""A file that the library needs is missing, too large, or can not be read.

What it finds: `library.yml` or `book.yml` that is not there, a file without read permission, a file larger than
textbuild reads, a link that leads out of the library.

Why it matters: a textbook must not silently lack what its author thinks is in it.

What to do: put the file back, or mend its name or permissions; split a file that is too large.
"""

from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.model.span import Span

RULE = Rule("TB001", "file-unreadable", Severity.ERROR, msg("a file can not be read"))


def diagnose(path: str, why: Message, book: str | None = None) -> Diagnostic:
    """The finding for the file at `path`."""
    return Diagnostic(RULE, Span(path), why, book=book)


MISSING = msg("this file is missing")
OUTSIDE = msg("this is a link to a place outside the library; it is not followed")
NOT_A_FILE = msg("this is not a regular file")
FORBIDDEN = msg("this file may not be read: check its permissions")


def too_large(size: int, limit: int) -> Message:
    return msg("this file has {size} bytes; at most {limit} are read", size=size, limit=limit)
