"""The book's modules as chapters: rendered, titled, in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from textbuild.link.library import LinkedBook
from textbuild.markdown import Document
from textbuild.model.book import Heading, Module
from textbuild.publish.pdf.addresses import TITLE, PrintAddresses, module_prefix
from textbuild.publish.pdf.completeness import Expected
from textbuild.publish.pdf.contents import sections_to_list
from textbuild.publish.pdf.leaf import Leaf, leaf_of
from textbuild.publish.pdf.places import Places, with_places
from textbuild.publish.volume.parts import in_parts, parts_of
from textbuild.publish.volume.references import ReferenceList
from textbuild.render import Formulas, Fragment, Numbering, id_in, render, words_of

FRONT = "tb-front"
"""Id of the first page with a Roman number."""
BODY = "tb-body"
"""Id of the first page of the text."""


@dataclass(frozen=True, slots=True)
class Section:
    """A second-level heading, as the contents list it."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chapter:
    path: str
    kind: Literal["module", "front", "appendix"]
    number: str
    """`1`, `A`; empty for front matter."""
    label: str
    """`模块 1`, `附录 A`; empty for front matter."""
    title: str
    anchor: str
    """Id of the title."""
    also: str | None
    """Id of the author's own first-level heading, in whose place the title stands."""
    end: str
    """Id of a mark after the last word."""
    parts: tuple[str, ...]
    """Titles of the sections of the nav that this module opens."""
    in_part: bool
    sections: tuple[Section, ...]
    """Those that the contents list."""
    fragment: Fragment
    places: Places
    """For the indexes."""
    leaf: Leaf | None = None
    """In a loose-leaf book; front matter has none."""


@dataclass(frozen=True, slots=True)
class Loose:
    """What the modules of a loose-leaf book need besides."""

    lists: Sequence[ReferenceList]
    """Of each module: the standards that it cites."""
    root: Path
    """The library's folder."""

    def leaf_of(self, index: int, module: Module, number: str, title: str, fragment: Fragment) -> Leaf | None:
        return leaf_of(module, number, title, fragment, self.lists[index].entries, self.root)


def chapters_of(
    book: LinkedBook,
    documents: Mapping[str, Document],
    numbering: Numbering,
    addresses: PrintAddresses,
    formulas: Formulas,
    day: date,
    loose: Loose | None = None,
) -> tuple[Chapter, ...]:
    """Renders every module. Front matter comes first, appendices last; the rest in the order of the nav.

    `loose`: for loose leaves, which do not tell the day: else they were to be exchanged every day.
    """
    language = book.book.config.value.language
    words = words_of(language)
    opened, within = parts_of(book.book), in_parts(book.book)
    chapters = []
    for index, linked in enumerate(book.modules):
        module, prefix = linked.module, module_prefix(index)
        own_addresses = addresses.in_module(index, loose.lists[index]) if loose else addresses
        rendered = render(
            documents[module.path], linked, own_addresses, numbering,
            formulas=formulas, day=None if loose else day, language=language, prefix=prefix,
            glossary=book.glossary, workshops=book.workshops,
        )  # fmt: skip
        fragment, places = with_places(rendered, prefix)
        own = own_title(module)
        title, number = own.text if own else module.title, numbering.chapters.get(module.path, "")
        template = {"module": words.chapter, "appendix": words.appendix, "front": ""}[module.kind]
        sections = tuple(
            Section(heading.text, id_in("print", prefix, heading.anchor))
            for heading in module.headings
            if heading.level == 2
        )
        chapters.append(
            Chapter(
                path=module.path,
                kind=module.kind,
                number=number,
                label=template.format(n=number),
                title=title,
                anchor=prefix + TITLE,
                also=id_in("print", prefix, own.anchor) if own else None,
                end=f"{prefix}.end",
                parts=opened.get(module.path, ()) if module.kind == "module" else (),
                in_part=module.path in within and module.kind == "module",
                sections=sections,
                fragment=fragment,
                places=places,
                leaf=loose.leaf_of(index, module, number, title, rendered) if loose else None,
            )
        )
    order = ("front", "module", "appendix")
    return _with_telling_sections(sorted(chapters, key=lambda chapter: order.index(chapter.kind)))


def _with_telling_sections(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    titles = [[section.title for section in chapter.sections] for chapter in chapters if chapter.kind != "front"]
    listed = sections_to_list(titles)
    return tuple(
        replace(chapter, sections=tuple(section for section in chapter.sections if section.title in listed))
        for chapter in chapters
    )


def own_title(module: Module) -> Heading | None:
    """A first-level heading that the module's text begins with: it is the title."""
    first = module.headings[0] if module.headings else None
    return first if first is not None and first.level == 1 and _begins(module, first) else None


def expected_of(book: LinkedBook, chapters: Sequence[Chapter]) -> Iterator[Expected]:
    """What must be found in the finished file, from what the modules say, not from what was rendered."""
    by_path = {chapter.path: chapter for chapter in chapters}
    for index, linked in enumerate(book.modules):
        module, prefix = linked.module, module_prefix(index)
        own = own_title(module)
        title = own.text if own else module.title
        yield Expected(prefix + TITLE, _titled(by_path[module.path].label, title), f"{module.path}: {title}")
        for heading in module.headings:
            if heading is not own:
                name = f"{module.path}:{heading.span.line}: {heading.text}"
                yield Expected(id_in("print", prefix, heading.anchor), heading.text, name)
        yield Expected(f"{prefix}.end", None, f"{module.path}: the end of the module")


def bookmark(chapter: Chapter) -> str:
    """The chapter's line in the outline."""
    return _titled(chapter.label, chapter.title)


def _titled(label: str, title: str) -> str:
    return f"{label} {title}" if label else title


def _begins(module: Module, heading: Heading) -> bool:
    """Whether nothing but blank lines and front matter stands before the heading."""
    before = module.text.split("\n")[: heading.span.line - 1]
    if before and before[0].strip() == "---":
        ends = next((i for i, line in enumerate(before[1:], 1) if line.strip() in ("---", "...")), None)
        before = before[ends + 1 :] if ends is not None else before
    return not any(line.strip() for line in before)
