"""Where things are in an EPUB: a file a module, one for the references, one for the records, one folder of pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import quote

from textbuild.link.glossary import LinkedTerm
from textbuild.link.library import LinkedBook
from textbuild.link.resolve import ResolvedCitation, ResolvedReference
from textbuild.publish.online import Locate
from textbuild.publish.volume.references import ReferenceList

REFERENCES = "references.xhtml"
RECORDS = "records.xhtml"
GLOSSARY = "glossary.xhtml"
ANSWERS = "answers.xhtml"


def module_file(index: int) -> str:
    """The file of the book's module with this index, counted from 0."""
    return f"module-{index + 1}.xhtml"


def picture_file(path: str) -> str:
    """The name in the EPUB of a picture of the library: reading systems trip over Chinese names."""
    digest = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"pictures/{digest}{PurePosixPath(path).suffix.lower()}"


def record_anchor(record: str, part: str | None = None) -> str:
    """The id of a job specification, a process, or a part of one."""
    return (f"{record}.{part}" if part else record).replace(":", "-")


class EpubAddresses:
    """Addresses within one book's EPUB. `pictures` are the paths in the library of those that may be packed."""

    medium: Literal["epub"] = "epub"
    answers = ANSWERS

    def __init__(
        self,
        book: LinkedBook,
        references: ReferenceList,
        records: Collection[str],
        pictures: Collection[str],
        online: Locate,
    ) -> None:
        self._files = {module.module.path: module_file(index) for index, module in enumerate(book.modules)}
        self.online = online
        self._references, self._records, self._pictures = references, records, pictures
        self.used: dict[str, str] = {}
        """Pictures that pages asked for: path in the library → name in the EPUB."""

    def standard(self, resolved: ResolvedCitation) -> str | None:
        number = self._references.number(resolved)
        return f"{REFERENCES}#ref-{number}" if number else None

    def module(self, path: str, anchor: str | None) -> str:
        file = self._files.get(path)
        if file is None:
            return ""
        return f"{file}#{quote(anchor)}" if anchor else file

    def term(self, term: LinkedTerm) -> str:
        return f"{GLOSSARY}#{quote(term.anchor)}"

    def asset(self, path: str) -> str:
        if path not in self._pictures:
            return ""
        return self.used.setdefault(path, picture_file(path))

    def record(self, resolved: ResolvedReference) -> str | None:
        if resolved.record is None or resolved.record.value.id not in self._records:
            return None
        return f"{RECORDS}#{record_anchor(resolved.record.value.id, resolved.part.id if resolved.part else None)}"
