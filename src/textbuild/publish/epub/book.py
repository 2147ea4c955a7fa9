"""A linked book as one EPUB: its modules rendered, put into the theme's pages, made XHTML and packed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment

from textbuild.check.active_content import active_drawing
from textbuild.diagnostics.translate import translator
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.markdown import Document
from textbuild.publish.artefact import Workplace
from textbuild.publish.epub.addresses import ANSWERS, GLOSSARY, RECORDS, REFERENCES, EpubAddresses, record_anchor
from textbuild.publish.epub.chapters import Chapter, chapters_of, where_they_are
from textbuild.publish.epub.package import Item, write_package
from textbuild.publish.epub.page_list import Breaks, breaks_of, with_breaks
from textbuild.publish.epub.xhtml import page_of
from textbuild.publish.glossary import cited_in, entries_of
from textbuild.publish.online import locator
from textbuild.publish.pictures import PICTURES
from textbuild.publish.portal.covers import book_cover
from textbuild.publish.volume.codes import code_of_book
from textbuild.publish.volume.extent import characters
from textbuild.publish.volume.glossary import BoundTerm, bound_glossary
from textbuild.publish.volume.imprint import imprint_of
from textbuild.publish.volume.metadata import metadata_of
from textbuild.publish.volume.print_pages import pages_file, read_pages, text_of
from textbuild.publish.volume.records import Records, limits, origin, records_of
from textbuild.publish.volume.references import ReferenceList, reference_list
from textbuild.publish.volume.templates import environment
from textbuild.publish.xml_text import in_xml
from textbuild.render import number_book, words_of
from textbuild.render.citation import explain

_XHTML = "application/xhtml+xml"
_LARGEST_PICTURE = 20_000_000


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of the spine: its file, its template, its line in the contents (None: not listed)."""

    file: str
    template: str
    title: str
    listed: bool = True
    chapter: Chapter | None = None


def build_epub(
    book: LinkedBook,
    linked: LinkedLibrary,
    documents: Callable[[str], Document],
    target: Path,
    place: Workplace,
) -> None:
    """Writes the book to `target`. `documents` gives a module's parsed text by its path. Same inputs, same bytes."""
    parsed = {module.module.path: documents(module.module.path) for module in book.modules}
    terms = entries_of(book, parsed.__getitem__)
    references, records = reference_list(book, cited_in(terms)), records_of(book)
    pictures = frozenset(path for path in book.book.files if PurePosixPath(path).suffix.lower() in PICTURES)
    addresses = EpubAddresses(book, references, records.ids, pictures, locator(book, linked))
    chapters = chapters_of(book, parsed, number_book(book, parsed.__getitem__), addresses, linked.day)
    words = words_of(book.book.config.value.language)
    glossary = where_they_are(bound_glossary(terms, addresses, lambda term: term.anchor, words), chapters)
    pages = tuple(_pages(chapters, references, records, bool(glossary)))
    breaks = breaks_of(read_pages(pages_file(place, book.book.id), text_of(book)))
    facts = dict(_facts(book, linked, place, chapters, references, records, glossary, pages))
    facts["print_pages"] = [one for page in pages for one, _ in breaks.get(page.file, ())]
    theme = environment(place.theme / "epub", place.theme)

    items = [Item("style.css", "text/css", (place.theme / "epub" / "style.css").read_bytes())]
    items.append(Item("cover.svg", "image/svg+xml", _rendered(theme, "cover.svg", facts), frozenset({"cover-image"})))
    items += [_item(theme, page, facts, breaks.get(page.file, ())) for page in pages]
    items.append(_item(theme, _Page("nav.xhtml", "nav.html", "目录"), facts, (), "nav"))
    items += _pictures(addresses.used, place.root)
    package = _rendered(theme, "package.opf", facts, items=items)
    write_package(target, package, items, place.epoch)


def _pages(
    chapters: tuple[Chapter, ...], references: ReferenceList, records: Records, glossary: bool
) -> Iterator[_Page]:
    yield _Page("cover.xhtml", "cover.html", "封面", listed=False)
    yield _Page("imprint.xhtml", "imprint.html", "版权页", listed=False)
    for chapter in chapters:
        yield _Page(chapter.file, "chapter.html", chapter.line, chapter=chapter)
    if records.jobs or records.processes:
        yield _Page(RECORDS, "records.html", "附录　岗位规范与生产工艺流程")
    if any(chapter.answers for chapter in chapters):
        yield _Page(ANSWERS, "answers.html", "自测答案")
    if glossary:
        yield _Page(GLOSSARY, "glossary.html", "术语表")
    if references.entries:
        yield _Page(REFERENCES, "references.html", "参考文献")


def _facts(
    book: LinkedBook,
    linked: LinkedLibrary,
    place: Workplace,
    chapters: tuple[Chapter, ...],
    references: ReferenceList,
    records: Records,
    glossary: Sequence[tuple[str, Sequence[BoundTerm]]],
    pages: tuple[_Page, ...],
) -> Mapping[str, Any]:
    """What the theme's templates may show."""
    config, library = book.book.config.value, linked.library.config.value
    metadata = metadata_of(book, linked, place.epoch)
    words = words_of(config.language)
    return {
        "book": config,
        "library": library,
        "day": linked.day.isoformat(),
        "metadata": metadata,
        "imprint": imprint_of(book, linked, metadata, characters(chapter.html for chapter in chapters)),
        "code": code_of_book(book, linked),
        "cover": book_cover(book.book, library),
        "chapters": chapters,
        "pages": pages,
        "references": references.entries,
        "records": records,
        "glossary": glossary,
        "labels": {module.module.path: chapter_of(chapters, index) for index, module in enumerate(book.modules)},
        "words": words,
        "say": translator(words.language),
        "told": lambda entry: explain(entry.verdict, words),
        "limits": limits,
        "origin": origin,
        "anchor": record_anchor,
    }


def chapter_of(chapters: tuple[Chapter, ...], index: int) -> Chapter:
    """The chapter made of the book's module with this index."""
    return next(chapter for chapter in chapters if chapter.file == f"module-{index + 1}.xhtml")


def _item(theme: Environment, page: _Page, facts: Mapping[str, Any], breaks: Breaks, *properties: str) -> Item:
    html = theme.get_template(page.template).render(**facts, page=page, chapter=page.chapter)
    content, needed = page_of(with_breaks(html, breaks))
    return Item(page.file, _XHTML, content, needed | frozenset(properties), in_spine="nav" not in properties)


def _rendered(theme: Environment, template: str, facts: Mapping[str, Any], **more: object) -> bytes:
    return in_xml(theme.get_template(template).render(**facts, **more)).encode()


def _pictures(used: Mapping[str, str], root: Path) -> Iterator[Item]:
    """The pictures that pages show. One that is missing, too large or active is left out: `check` has told of it."""
    for path, name in used.items():
        suffix, source = PurePosixPath(path).suffix.lower(), root / path
        if not source.is_file() or source.stat().st_size > _LARGEST_PICTURE:
            continue
        content = source.read_bytes()
        if suffix == ".svg" and active_drawing(content.decode("utf-8", "replace")):
            continue
        yield Item(name, PICTURES[suffix], content)
