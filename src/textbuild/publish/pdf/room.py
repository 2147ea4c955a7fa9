"""Room to write in a book's chapters: work sheets of a workbook, fields to fill in on a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textbuild.link.library import LinkedBook
from textbuild.publish.pdf.chapters import Chapter
from textbuild.publish.pdf.entries import with_fields
from textbuild.publish.pdf.worksheets import with_worksheets


def with_room(chapters: Sequence[Chapter], book: LinkedBook, *, fields: bool) -> tuple[Chapter, ...]:
    """The chapters as the book's form asks. `fields`: for a screen."""
    sheets = book.book.config.value.form == "workbook"
    ids = {one.module.path: one.module.front.value.id for one in book.modules}

    def roomy(chapter: Chapter) -> Chapter:
        html = chapter.fragment.html
        if sheets and chapter.kind == "module":
            html = with_worksheets(html, chapter.number)
        if fields and chapter.number:
            html = with_fields(html, ids[chapter.path] or chapter.number)
        return replace(chapter, fragment=replace(chapter.fragment, html=html))

    return tuple(map(roomy, chapters))
