"""A textbook: its `book.yml`, its modules, and what was found in each module's text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field

from textbuild.model.base import Frozen, Slug, Text
from textbuild.model.citation import Citation, Reference
from textbuild.model.glossary import GlossaryFile
from textbuild.model.quiz import Question
from textbuild.model.span import Sourced, Span
from textbuild.model.workshop import Workshop


class Author(Frozen):
    name: Text
    role: Text
    organisation: str | None = None


class Paper(Frozen):
    """What the book is printed on: the width of its spine follows from it."""

    gsm: float = Field(gt=0, le=500, allow_inf_nan=False, description="grams a square metre")
    bulk: float = Field(
        default=1.3, gt=0.5, le=3, allow_inf_nan=False, description="cubic centimetres a gram; offset paper about 1.3"
    )

    @property
    def thickness(self) -> float:
        """Of one sheet, in mm."""
        return self.gsm * self.bulk / 1000


Trim = Literal["185x260", "210x285", "210x297"]
"""Width and height of the cut page in mm; all three are 1/16 of a sheet (16 开, 大 16 开)."""
_MONTH = r"^[0-9]{4}-(0[1-9]|1[0-2])$"


Form = Literal["bound", "loose-leaf", "workbook"]
"""Of the printed book: 装订, 活页式, 工作手册式."""


class Publication(Frozen):
    """What stands on the imprint page (版权页). A publisher's numbers are written down here, never made."""

    isbn: str | None = None
    cip: str | None = Field(default=None, description="the block as the authority gave it, GB/T 12451-2023")
    publisher: str | None = None
    address: str | None = Field(default=None, description="of the publisher")
    printer: str | None = None
    staff: tuple[Author, ...] = Field(default=(), description="editors, proof-readers, designers by role")
    trim: Trim = "185x260"
    paper: Paper | None = None
    edition: int | None = Field(default=None, ge=1)
    edition_date: str | None = Field(default=None, pattern=_MONTH, description="year and month of the first printing")
    printing: int | None = Field(default=None, ge=1)
    printing_date: str | None = Field(default=None, pattern=_MONTH, description="year and month")
    copies: int | None = Field(default=None, ge=1, description="printed so far")
    price: str | None = None
    bar_code_addition: str | None = Field(
        default=None, pattern=r"^([0-9]{2}|[0-9]{5})$", description="2 or 5 digits beside the bar code, as given"
    )
    copyright: str | None = None


class BookConfig(Frozen):
    """`books/<book>/book.yml`."""

    id: Slug | None = None
    title: Text
    subtitle: str | None = None
    title_en: str | None = None
    description: str | None = None
    major: str | None = None
    sector: Slug | None = None
    language: str = "zh-CN"
    version: str = "0.1.0"
    authors: tuple[Author, ...] = ()
    jobs: tuple[str, ...] = ()
    generated: bool = False
    form: Form = Field(default="bound", description="of the printed book: bound, 活页式, 工作手册式")
    citations: Literal["required", "optional"] = "required"
    publication: Publication | None = None
    nav: list[Any] | None = Field(default=None, description="MkDocs nav: files, `title: file`, `title: [more]`")


class FrontMatter(Frozen):
    """The head of a module, between two lines of `---`."""

    title: str | None = None
    id: str | None = None
    hours: float | None = None
    basis: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    kind: Literal["module", "front", "appendix"] = "module"
    description: str | None = None
    revision: str | None = Field(default=None, max_length=30, description="printed in the foot of its loose leaves")


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str
    anchor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A Markdown link or image as written; `href` is not yet resolved."""

    href: str
    kind: Literal["link", "image"]
    alt: str
    span: Span
    decorative: bool = False
    """An image that its author calls so, `{.decorative}`: it says nothing, so it needs no words."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An id that a link or a cross-reference can name."""

    id: str
    kind: Literal["heading", "figure", "table", "equation", "quiz", "workshop", "other"]
    span: Span


@dataclass(frozen=True, slots=True)
class RawHtml:
    """HTML that the author wrote into the module."""

    html: str
    span: Span


@dataclass(frozen=True, slots=True)
class Suppression:
    """`<!-- textbuild: ignore[TB203] reason -->` and the lines that it silences (first, last)."""

    codes: tuple[str, ...]
    reason: str
    span: Span
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Module:
    """One Markdown file of a book and everything that a check needs to know of it."""

    path: str
    """Relative to the library's root, with `/`."""
    id: str
    title: str
    front: Sourced[FrontMatter]
    text: str
    """The whole file, line ends as `\\n`."""
    headings: tuple[Heading, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    links: tuple[Link, ...] = ()
    html: tuple[RawHtml, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    questions: tuple[Question, ...] = ()
    """Its self-test."""

    @property
    def kind(self) -> Literal["module", "front", "appendix"]:
        return self.front.value.kind


@dataclass(frozen=True, slots=True)
class NavPage:
    """A nav entry that names a file. `module` is None where there is no such file in the book."""

    title: str | None
    href: str
    span: Span
    module: str | None = None
    """The module's path."""


@dataclass(frozen=True, slots=True)
class NavSection:
    title: str
    children: tuple[NavSection | NavPage, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG file of a book, as text: it may do what a picture must not."""

    path: str
    """Relative to the library's root, with `/`."""
    text: str


@dataclass(frozen=True, slots=True)
class Book:
    id: str
    folder: str
    """Relative to the library's root, with `/`."""
    config: Sourced[BookConfig]
    modules: tuple[Module, ...]
    """In the order of the nav; modules that the nav does not name come last, in path order."""
    nav: tuple[NavSection | NavPage, ...] = ()
    files: tuple[str, ...] = ()
    """Every file below the folder, relative to the library's root, sorted."""
    drawings: tuple[Drawing, ...] = ()
    """The SVG files among them."""
    glossary: GlossaryFile | None = None
    """Its own `glossary.yml`."""
    workshops: tuple[Sourced[Workshop], ...] = ()
    """Those below `workshops/`, in path order."""

    @property
    def title(self) -> str:
        return self.config.value.title

    @property
    def exempt(self) -> bool:
        """Whether the citation rules do not apply (a handbook, a reader)."""
        return self.config.value.citations == "optional"

    def pages(self) -> Iterator[NavPage]:
        """The nav's pages in reading order."""
        stack: list[NavSection | NavPage] = list(reversed(self.nav))
        while stack:
            entry = stack.pop()
            if isinstance(entry, NavPage):
                yield entry
            else:
                stack.extend(reversed(entry.children))
