"""A coverage as HTML: the article of a book's site, and a page of its own to send around."""

from __future__ import annotations

from collections.abc import Sequence

from textbuild.diagnostics.translate import Language
from textbuild.link.coverage import Coverage, coverage
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.publish.coverage.words import words_of
from textbuild.publish.layout import module_page, record_page, relative
from textbuild.publish.portal.templates import fill


def render(coverages: Sequence[Coverage], language: Language) -> bytes:
    """A page that needs no other file. It is in Chinese, as all pages are."""
    return fill("coverage.html", coverages=coverages, words=words_of("zh")).encode()


def coverage_list(linked: LinkedLibrary, book: LinkedBook, page: str) -> str:
    """The article for the page `page` of the book's site, with links to its modules and to the jobs' pages."""
    found = coverage(book)
    pages = {module.path: relative(module_page(book.book, module.path), page) for module in found.modules}
    jobs = {job.id: relative(record_page(job.id), page) for job in found.jobs}
    return fill("fragment-coverage.html", coverage=found, words=words_of("zh"), pages=pages, jobs=jobs)
