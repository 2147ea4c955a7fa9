"""A link leads to nothing.

What it finds: a link to a file that is in no book, an entry of the nav without its file, a job specification or process
that the library does not hold. Addresses on the web are not looked up: a check makes no request.

Why it matters: the reader taps and gets an error page; in print the reference names a page that is not there.

What to do: correct the path, which is read from the file that the link stands in. The help names the file that looks
most like it.
"""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterable, Iterator

from textbuild.check.targets import Where, files, links, target
from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.resolve import ResolvedReference

RULE = Rule("TB310", "link-broken", Severity.ERROR, msg("a link that leads to nothing"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    known = files(linked)
    for module, link, to in links(book):
        if link.kind == "link" and to.where is Where.INSIDE and to.path != module.module.path and to.path not in known:
            message = msg("{href} leads to no file of the library's books", href=link.href)
            help_ = _help(to.path, module.module.path, book)
            yield Diagnostic(RULE, link.span, message, help_, book=book.book.id)
    yield from _nav(book)
    yield from _records(book, linked)


def _nav(book: LinkedBook) -> Iterator[Diagnostic]:
    source = f"{book.book.folder}/book.yml"
    for page in book.book.pages():
        to = target(page.href, source)
        if page.module is None and to.where is Where.INSIDE:
            message = msg("the nav names {href}, and the book has no such module", href=page.href)
            yield Diagnostic(RULE, page.span, message, _help(to.path, source, book), book=book.book.id)


def _records(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for one in _references(book):
        record_id = one.reference.target.partition("#")[0]
        if one.record is not None or not record_id.startswith(("job:", "process:")):
            continue
        known = linked.library.jobs if record_id.startswith("job:") else linked.library.processes
        near = difflib.get_close_matches(record_id, [record.value.id for record in known], n=1)
        message = msg("the library has no {id}", id=record_id)
        help_ = msg("correct the id, or add the record under `standards/`")
        if near:
            help_ = msg("did you mean {near}?", near=near[0])
        yield Diagnostic(RULE, one.reference.span, message, help_, book=book.book.id)


def _references(book: LinkedBook) -> Iterable[ResolvedReference]:
    yield from book.jobs
    for module in book.modules:
        yield from (*module.jobs, *module.processes, *module.references)


def _help(path: str, source: str, book: LinkedBook) -> Message:
    near = difflib.get_close_matches(path, [file for file in book.book.files if file != source], n=1)
    if near:
        return msg("did you mean {near}?", near=posixpath.relpath(near[0], posixpath.dirname(source)))
    return msg("the path is read from the folder of {source}", source=source)
