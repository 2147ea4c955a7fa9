"""The book's modules as the EPUB's chapters, in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from urllib.parse import unquote

from textbuild.link.library import LinkedBook
from textbuild.markdown import Document
from textbuild.model.book import Heading
from textbuild.publish.epub.addresses import EpubAddresses, module_file
from textbuild.publish.volume.glossary import BoundTerm
from textbuild.publish.volume.parts import parts_of
from textbuild.render import AnswerKey, Numbering, render, words_of

_USE = re.compile(r' id="use-[^"]*"')
"""Marks of first uses: in the answers to all modules, which share a page, they would not be unique."""
_ORDER = ("front", "module", "appendix")


Glossary = list[tuple[str, list[BoundTerm]]]


@dataclass(frozen=True, slots=True)
class Chapter:
    file: str
    kind: str
    label: str
    """`模块 1`, `附录 A`; empty for front matter."""
    title: str
    own_title: bool
    """Whether the module's own text begins with its title."""
    parts: tuple[str, ...]
    """Titles of the sections of the nav that this module opens."""
    sections: tuple[Heading, ...]
    """Second-level headings, as the contents list them."""
    html: str
    answers: tuple[AnswerKey, ...]
    """To its self-test."""

    @property
    def line(self) -> str:
        """Its line in the contents."""
        return f"{self.label}　{self.title}" if self.label else self.title


def chapters_of(
    book: LinkedBook, documents: Mapping[str, Document], numbering: Numbering, addresses: EpubAddresses, day: date
) -> tuple[Chapter, ...]:
    """Renders every module. Front matter comes first, appendices last; the rest in the order of the nav."""
    config = book.book.config.value
    words, opened = words_of(config.language), parts_of(book.book)
    templates = {"module": words.chapter, "appendix": words.appendix, "front": ""}
    chapters = []
    for index, linked in enumerate(book.modules):
        module = linked.module
        fragment = render(
            documents[module.path], linked, addresses, numbering,
            day=day, generated=config.generated, language=config.language,
            glossary=book.glossary, workshops=book.workshops,
        )  # fmt: skip
        begins = documents[module.path].tokens[:1]
        chapters.append(
            Chapter(
                file=module_file(index),
                kind=module.kind,
                label=templates[module.kind].format(n=numbering.chapters.get(module.path, "")),
                title=module.title,
                own_title=bool(begins) and begins[0].type == "heading_open" and begins[0].tag == "h1",
                parts=opened.get(module.path, ()) if module.kind == "module" else (),
                sections=tuple(heading for heading in module.headings if heading.level == 2),
                html=fragment.html,
                answers=tuple(replace(one, html=_USE.sub("", one.html)) for one in fragment.answers),
            )
        )
    return tuple(sorted(chapters, key=lambda chapter: _ORDER.index(chapter.kind)))


def where_they_are(glossary: Glossary, chapters: tuple[Chapter, ...]) -> Glossary:
    """The glossary with ways to the modules themselves where a term is first used in the answer to a question."""
    html = {chapter.file: chapter.html for chapter in chapters}

    def leads(href: str) -> str:
        file, _, anchor = href.partition("#")
        return href if f' id="{escape(unquote(anchor))}"' in html.get(file, "") else file

    return [
        (letter, [replace(one, uses=tuple((leads(href), module) for href, module in one.uses)) for one in terms])
        for letter, terms in glossary
    ]
