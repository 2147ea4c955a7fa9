"""What a site consists of before MkDocs builds it: nav, sources, pages, and the facts that each page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.model.book import Book
from textbuild.publish.coverage.html import coverage_list
from textbuild.publish.layout import PORTAL, SEARCH, page_in_book, relative, within
from textbuild.publish.portal.lists import cited_list, contents_list, library_list, words
from textbuild.publish.portal.portal import build_records
from textbuild.publish.portal.search import build_search
from textbuild.publish.portal.templates import fill
from textbuild.publish.site.articles import Articles
from textbuild.publish.site.facts import Facts, facts_of
from textbuild.publish.site.navigation import nav_of, titles_of
from textbuild.publish.site.page import Article
from textbuild.render import TextSection, plain_text

CITED = "cited-standards.md"
COVERAGE = "job-coverage.md"
GLOSSARY = "glossary.md"
RECORD = "learning-record.md"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: its source's name for MkDocs, its path in the site, the nav's title, its head, its article."""

    source: str
    target: str
    title: str
    meta: Mapping[str, str]
    make: Callable[[], Article]


@dataclass(frozen=True, slots=True)
class Searched:
    """Pages that are searched as one book, whose folder is `folder` of the site (`""`, `ev/`)."""

    title: str
    folder: str
    exempt: bool
    pages: tuple[PageEntry, ...]


@dataclass(frozen=True, slots=True)
class SitePlan:
    nav: list[Any]
    sources: Mapping[str, tuple[str, str]]
    pages: tuple[PageEntry, ...]
    facts: Mapping[str, Facts]
    """By the page's path in the site."""
    day: str
    searched: tuple[Searched, ...]
    finish: Callable[[Path], None]
    """Writes what stands beside MkDocs' pages into the built site."""


def plan_book(articles: Articles, book_id: str) -> SitePlan:
    """One book as a site. Raises ValueError for an id that the library does not have."""
    linked = next((book for book in articles.linked.books if book.book.id == book_id), None)
    if linked is None:
        raise ValueError(f"the library has no book {book_id}")
    pages = tuple(_book_pages(articles, linked, ""))
    facts = {
        page.target: facts_of(articles.linked, linked, here := f"{book_id}/{page.target}", relative(PORTAL, here))
        for page in pages
    }
    day = articles.linked.day.isoformat()
    searched = (Searched(linked.book.title, "", linked.book.exempt, pages),)
    nav, sources = _nav(linked.book, "", pages), _sources(linked.book, "")
    return SitePlan(nav, sources, pages, facts, day, searched, lambda out: None)


def plan_library(articles: Articles) -> SitePlan:
    """All books as one site, with the pages of standards and records beside them."""
    linked = articles.linked
    head = {"title": linked.library.config.value.title}
    home = PageEntry("index.md", PORTAL, words().home, head, lambda: Article(library_list(linked)))
    nav: list[Any] = [{home.title: home.source}]
    pages = [home]
    facts = {home.target: facts_of(linked, None, home.target, None)}
    searched = []
    sources: dict[str, tuple[str, str]] = {}
    for book in linked.books:
        folder = f"{book.book.id}/"
        own = tuple(_book_pages(articles, book, folder))
        pages += own
        facts |= {page.target: facts_of(linked, book, page.target, None) for page in own}
        searched.append(Searched(book.book.title, folder, book.book.exempt, own))
        sources |= _sources(book.book, folder)
        nav.append({escape(book.book.title): _nav(book.book, folder, own)})
    return SitePlan(
        nav, sources, tuple(pages), facts, linked.day.isoformat(), tuple(searched), partial(_finish, linked)
    )


def _finish(linked: LinkedLibrary, out: Path) -> None:
    build_records(linked, out)
    build_search(linked, out, out / SEARCH)


def _book_pages(articles: Articles, linked: LinkedBook, folder: str) -> Iterator[PageEntry]:
    book = linked.book
    titles = titles_of(book)
    for module in linked.modules:
        source = within(book, module.module.path)
        yield PageEntry(
            folder + source,
            folder + page_in_book(source),
            titles[module.module.path],
            _head(module),
            partial(articles.article, linked, module),
        )
    taken = {page_in_book(within(book, module.path)) for module in book.modules}
    if PORTAL not in taken:
        contents = partial(_list_article, contents_list, articles, linked, f"{book.id}/{PORTAL}")
        yield PageEntry(f"{folder}index.md", folder + PORTAL, words().contents, {"title": book.title}, contents)
    cites = any(text.citations or text.basis for text in linked.texts)
    trains = any(job.kind == "job" for job in linked.jobs)
    for wanted, source, title, make in (
        (cites, CITED, words().cited, cited_list),
        (trains, COVERAGE, words().coverage, coverage_list),
    ):
        page = page_in_book(source)
        if wanted and page not in taken:
            article = partial(_list_article, make, articles, linked, f"{book.id}/{page}")
            yield PageEntry(folder + source, folder + page, title, {"title": title}, article)
    if articles.glossary_page(linked) is not None:
        title, page = words().glossary, page_in_book(GLOSSARY)
        yield PageEntry(folder + GLOSSARY, folder + page, title, {"title": title}, partial(articles.glossary, linked))
    title, page = words().record, page_in_book(RECORD)
    if page not in taken and linked.is_practised:
        yield PageEntry(
            folder + RECORD, folder + page, title, {"title": title}, lambda: Article(fill("fragment-record.html"))
        )


def _list_article(make: Callable[..., str], articles: Articles, linked: LinkedBook, page: str) -> Article:
    html = make(articles.linked, linked, page)
    only_names_modules = make is contents_list
    return Article(html, (), () if only_names_modules else (TextSection("", "", plain_text(html)),))


def _head(module: LinkedModule) -> dict[str, str]:
    front = module.module.front.value
    head = {"title": module.module.title}
    return head | {"description": front.description} if front.description else head


def _nav(book: Book, folder: str, pages: tuple[PageEntry, ...]) -> list[Any]:
    """The book's own nav, after the contents and before the lists, where textbuild adds those pages."""
    own = {folder + within(book, module.path) for module in book.modules}
    added = {page.source: {escape(page.title): page.source} for page in pages if page.source not in own}
    first, *last = (added.get(folder + source) for source in ("index.md", GLOSSARY, CITED, COVERAGE, RECORD))
    return [entry for entry in (first, *nav_of(book, folder), *last) if entry]


def _sources(book: Book, folder: str) -> dict[str, tuple[str, str]]:
    modules = {module.path for module in book.modules}
    sources = {}
    for path in book.files:
        name = within(book, path)
        if path in modules:
            sources[path] = (folder + name, folder + page_in_book(name))
        elif not name.endswith(".md"):
            sources[path] = (folder + name, folder + name)
    return sources
