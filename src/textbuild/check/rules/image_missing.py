"""An image is not there.

What it finds: an image whose file is in no book, or that lies on another host.

Why it matters: the page has a hole where the drawing should be. Images of other hosts are not loaded: a book must be
whole without the net, in print too.

What to do: put the file into the book's folder, usually `images/`, and give its path from the module.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from textbuild.check.nearest import Nearest
from textbuild.check.targets import Target, Where, files, links
from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.model.book import Link

RULE = Rule("TB311", "image-missing", Severity.ERROR, msg("an image that is not there"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    known, nearest = files(linked), Nearest(book.book.files)
    for module, link, to in links(book):
        if link.kind != "image" or to.where is Where.OUTSIDE:
            continue
        if words := _words(link, to, module.module.path, known, nearest):
            yield Diagnostic(RULE, link.span, *words, book=book.book.id)


def _words(
    link: Link, to: Target, source: str, known: frozenset[str], nearest: Nearest
) -> tuple[Message, Message] | None:
    if to.where is Where.WEB:
        if link.href.lower().startswith("data:image/"):
            return None
        return (
            msg("the image {href} is not in the library", href=link.href),
            msg("put the file into the book's folder: images of other hosts are not loaded"),
        )
    if to.path in known:
        return None
    help_ = msg("put the file there; the path is read from the folder of {source}", source=source)
    if near := nearest(to.path):
        help_ = msg("did you mean {near}?", near=posixpath.relpath(near, posixpath.dirname(source)))
    return msg("there is no image {href}", href=link.href), help_
