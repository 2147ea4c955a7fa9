"""A module holds HTML that does something.

What it finds: scripts, event handlers such as `onclick`, `javascript:` addresses also in Markdown links, frames,
objects, forms, `<base>` and `<link>`, `<meta>` that sends the reader elsewhere, styles that load something; and SVG
drawings with any of these.

Why it matters: a textbook is opened on school computers with pupils' accounts. What one contributor's script could do
there, nobody has read. It is also left out of every page, so the page would lack what the author meant to show.

What to do: delete it. Tabs, foldable notes, quizzes and pictures have a Markdown form of their own; videos and drawings
are files of the book.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.active_content import active_content, active_drawing, is_active_address, is_readable
from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.model.span import Span

RULE = Rule("TB320", "html-unsafe", Severity.ERROR, msg("HTML that does something"))

_HELP = msg("delete it: only what stands still is taken into a book")
_SIMPLER = msg("put drawings and long tables into files of the book, or write them in Markdown")


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for module in book.modules:
        yield from _in_module(module, book)
    for drawing in book.book.drawings:
        if found := active_drawing(drawing.text):
            message = msg("active content: {what}", what=", ".join(found))
            yield Diagnostic(RULE, Span(drawing.path), message, _HELP, book=book.book.id)


def _in_module(module: LinkedModule, book: LinkedBook) -> Iterator[Diagnostic]:
    for raw in module.module.html:
        if not is_readable(raw.html):
            message = msg("this HTML is too long, or nested too deep, to be looked through")
            yield Diagnostic(RULE, raw.span, message, _SIMPLER, book=book.book.id)
        elif found := active_content(raw.html):
            message = msg("active content: {what}", what=", ".join(found))
            yield Diagnostic(RULE, raw.span, message, _HELP, book=book.book.id)
    for link in module.module.links:
        if is_active_address(link.href, image=link.kind == "image"):
            message = msg("active content: {what}", what=link.href)
            yield Diagnostic(RULE, link.span, message, _HELP, book=book.book.id)
