"""The imprint page (版权页): what the book's records say, line by line; what they do not say is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.model.book import Author, Publication
from textbuild.publish.volume.metadata import Metadata
from textbuild.publish.volume.page_size import PageSize

_NOTHING = Publication()


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    value: str
    counted: Literal["sheets", "thousands"] | None = None
    """A number before the value that only the laid-out book knows: see `volume.extent`."""


def imprint_of(
    book: LinkedBook, linked: LinkedLibrary, metadata: Metadata, characters: int, size: PageSize | None = None
) -> tuple[Line, ...]:
    """The lines of a 版权页 in their order. `size`: of the pages, for a form of the book that has any."""
    lines = (*_who(book, linked, metadata), *_extent(characters, size), *_which(book, linked, metadata))
    return tuple(line for line in lines if line.value)


def _who(book: LinkedBook, linked: LinkedLibrary, metadata: Metadata) -> Iterator[Line]:
    config, library = book.book.config.value, linked.library.config.value
    publication = config.publication or _NOTHING
    major = next((one for one in library.majors if one.code == config.major), None)
    sector = next((one.title for one in library.sectors if one.id == config.sector), None)
    yield Line("书名", metadata.title)
    yield Line("英文书名", config.title_en or "")
    yield from _by_role(config.authors)
    yield Line("丛书", library.title)
    yield Line("适用专业", f"{major.title}（专业代码 {major.code}）" if major else config.major or "")
    yield Line("产业领域", sector or "")
    yield from _by_role(publication.staff)
    yield Line("出版者", publication.publisher or library.publisher or "")
    yield Line("社址", publication.address or "")
    yield Line("印刷", publication.printer or "")


def _by_role(people: Iterable[Author]) -> Iterator[Line]:
    by_role: dict[str, list[str]] = defaultdict(list)
    for one in people:
        by_role[one.role].append(f"{one.name}（{one.organisation}）" if one.organisation else one.name)
    return (Line(role, "、".join(names)) for role, names in by_role.items())


def _extent(characters: int, size: PageSize | None) -> Iterator[Line]:
    real = f"实有 {characters / 1000:.1f} 千字"
    if size is None:
        yield Line("字数", real)
        return
    yield Line("开本", size.printed)
    yield Line("印张", " ", "sheets")
    yield Line("字数", f" 千字（版面字数，每面 {size.characters} 字 × {size.lines} 行；{real}）", "thousands")


def _which(book: LinkedBook, linked: LinkedLibrary, metadata: Metadata) -> Iterator[Line]:
    config = book.book.config.value
    publication = config.publication or _NOTHING
    yield Line("版次", _counted(publication.edition_date, publication.edition, "版"))
    yield Line("印次", _counted(publication.printing_date, publication.printing, "次印刷"))
    yield Line("印数", f"{publication.copies} 册" if publication.copies else "")
    yield Line("书号", f"ISBN {publication.isbn.upper().removeprefix('ISBN').strip()}" if publication.isbn else "")
    yield Line("定价", publication.price or "")
    yield Line("版本", config.version)
    yield Line("制作日期", metadata.created[:10])
    yield Line("标准核对日期", f"{linked.day.isoformat()}（书中标准的状态均指这一天）")
    yield Line("制作工具", f"{metadata.generator}，WeasyPrint，MathJax")


def _counted(month: str | None, number: int | None, what: str) -> str:
    """`2026 年 8 月第 1 版`."""
    if number is None:
        return ""
    when = f"{int(month[:4])} 年 {int(month[5:])} 月" if month else ""
    return f"{when}第 {number} {what}"
