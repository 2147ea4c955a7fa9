"""What a PDF says about itself: title, people, dates, subject, language, and the label of generated content."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.model.isbn import isbn_digits


@dataclass(frozen=True, slots=True)
class Metadata:
    title: str
    authors: tuple[str, ...]
    subject: str
    keywords: tuple[str, ...]
    language: str
    identifier: str
    """Stays the same while the book grows: an ISBN's or a UUID's URN."""
    version: str
    contributors: tuple[str, ...]
    """`主编：张三`, in the order of book.yml."""
    publisher: str | None
    basis: tuple[str, ...]
    """Identities of the standards that its modules are written to."""
    generator: str
    created: str
    """`2026-11-24T00:00:00Z`."""
    ai_label: str | None
    """The implicit label of GB 45438-2025 as JSON; None for a book that people wrote."""
    rights: str | None = None
    """The words of copyright, as given."""
    place: str | None = None
    """Of publication, as given."""


def metadata_of(book: LinkedBook, linked: LinkedLibrary, epoch: int) -> Metadata:
    """`epoch`: seconds since 1970 that stand for the time of the build."""
    config, library = book.book.config.value, linked.library.config.value
    major = next((one.title for one in library.majors if one.code == config.major), None)
    sector = next((one.title for one in library.sectors if one.id == config.sector), None)
    subject = config.description or "，".join(text for text in (library.title, sector, major) if text)
    basis = {resolved.citation.number.identity for module in book.modules for resolved in module.basis}
    title = f"{config.title}：{config.subtitle}" if config.subtitle else config.title
    return Metadata(
        title=title,
        authors=tuple(author.name for author in config.authors),
        subject=subject,
        keywords=tuple(word for word in (major, sector, *sorted(basis)) if word),
        language=config.language,
        identifier=_identifier(book, linked),
        version=config.version,
        contributors=tuple(f"{author.role}：{author.name}" for author in config.authors),
        publisher=(config.publication.publisher if config.publication else None) or library.publisher,
        basis=tuple(sorted(basis)),
        generator=f"textbuild {version('textbuild')}",
        created=datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        rights=config.publication.copyright if config.publication else None,
        place=config.publication.address if config.publication else None,
        ai_label=_ai_label(book, linked) if config.generated else None,
    )


def _identifier(book: LinkedBook, linked: LinkedLibrary) -> str:
    config, library = book.book.config.value, linked.library.config.value
    if config.publication and config.publication.isbn:
        return f"urn:isbn:{isbn_digits(config.publication.isbn)}"
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{library.site_url or library.title}/{book.book.id}").urn


def _ai_label(book: LinkedBook, linked: LinkedLibrary) -> str:
    config, library = book.book.config.value, linked.library.config.value
    label = {
        "Label": "1",
        "ContentProducer": library.publisher or library.title,
        "ProduceID": f"{book.book.id}-{config.version}",
    }
    return json.dumps({"AIGC": label}, ensure_ascii=False, separators=(",", ":"))
