"""A link leads to nothing.

What it finds: a link to a file that is in no book, an entry of the nav without its file, a job specification or process
that the library does not hold. Addresses on the web are not looked up: a check makes no request.

Why it matters: the reader taps and gets an error page; in print the reference names a page that is not there.

What to do: correct the path, which is read from the file that the link stands in. The help names the file that looks
most like it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from textbuild.check.nearest import Nearest
from textbuild.check.targets import Where, files, links, target
from textbuild.diagnostics import Diagnostic, Message, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.resolve import ResolvedReference

RULE = Rule("TB310", "link-broken", Severity.ERROR, msg("a link that leads to nothing"))


def check(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    known, nearest = files(linked), Nearest(book.book.files)
    for module, link, to in links(book):
        if link.kind == "link" and to.where is Where.INSIDE and to.path != module.module.path and to.path not in known:
            message = msg("{href} leads to no file of the library's books", href=link.href)
            help_ = _help(to.path, module.module.path, nearest)
            yield Diagnostic(RULE, link.span, message, help_, book=book.book.id)
    yield from _nav(book, nearest)
    yield from _records(book, linked)


def _nav(book: LinkedBook, nearest: Nearest) -> Iterator[Diagnostic]:
    source = f"{book.book.folder}/book.yml"
    for page in book.book.pages():
        to = target(page.href, source)
        if page.module is None and to.where is Where.INSIDE:
            message = msg("the nav names {href}, and the book has no such module", href=page.href)
            yield Diagnostic(RULE, page.span, message, _help(to.path, source, nearest), book=book.book.id)


def _records(book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    jobs, processes = linked.library.jobs, linked.library.processes
    nearest = Nearest([*(job.value.id for job in jobs), *(process.value.id for process in processes)])
    for one in _references(book):
        record_id = one.reference.target.partition("#")[0]
        if one.record is not None or not record_id.startswith(("job:", "process:")):
            continue
        message = msg("the library has no {id}", id=record_id)
        help_ = msg("correct the id, or add the record under `standards/`")
        if near := nearest(record_id):
            help_ = msg("did you mean {near}?", near=near)
        yield Diagnostic(RULE, one.reference.span, message, help_, book=book.book.id)


def _references(book: LinkedBook) -> Iterable[ResolvedReference]:
    yield from book.jobs
    for module in book.modules:
        yield from (*module.jobs, *module.processes, *module.references)


def _help(path: str, source: str, nearest: Nearest) -> Message:
    if near := nearest(path, other_than=source):
        return msg("did you mean {near}?", near=posixpath.relpath(near, posixpath.dirname(source)))
    return msg("the path is read from the folder of {source}", source=source)
