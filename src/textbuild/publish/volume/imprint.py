"""The imprint page (版权页): what the book's records say, line by line; what they do not say is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.publish.volume.metadata import Metadata

TRIM = "185 mm × 260 mm"
"""The page that the theme is made for (16 开)."""


def imprint_of(book: LinkedBook, linked: LinkedLibrary, metadata: Metadata) -> tuple[tuple[str, str], ...]:
    """Pairs of name and value, in the order of a 版权页."""
    return tuple((name, value) for name, value in _lines(book, linked, metadata) if value)


def _lines(book: LinkedBook, linked: LinkedLibrary, metadata: Metadata) -> Iterator[tuple[str, str | None]]:
    config, library = book.book.config.value, linked.library.config.value
    publication = config.publication
    major = next((one for one in library.majors if one.code == config.major), None)
    sector = next((one.title for one in library.sectors if one.id == config.sector), None)
    yield "书名", metadata.title
    yield "英文书名", config.title_en
    by_role: dict[str, list[str]] = defaultdict(list)
    for author in config.authors:
        by_role[author.role].append(f"{author.name}（{author.organisation}）" if author.organisation else author.name)
    for role, names in by_role.items():
        yield role, "、".join(names)
    yield "丛书", library.title
    yield "适用专业", f"{major.title}（专业代码 {major.code}）" if major else config.major
    yield "产业领域", sector
    yield "出版者", (publication.publisher if publication else None) or library.publisher
    yield "开本", TRIM
    if publication and publication.edition:
        printing = f"，第 {publication.printing} 次印刷" if publication.printing else ""
        yield "版次", f"第 {publication.edition} 版{printing}"
    yield "版本", config.version
    yield "制作日期", metadata.created[:10]
    yield "标准核对日期", f"{linked.day.isoformat()}（书中标准的状态均指这一天）"
    yield "ISBN", publication.isbn if publication else None
    yield "定价", publication.price if publication else None
    yield "图书在版编目数据", publication.cip if publication else None
    yield "制作工具", f"{metadata.generator}，WeasyPrint，MathJax"
