"""Where things are in a printed book: every link leads to a place in the same file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import copy
from typing import Literal
from urllib.parse import quote

from textbuild.link.glossary import LinkedTerm
from textbuild.link.library import LinkedBook
from textbuild.link.resolve import ResolvedCitation, ResolvedReference
from textbuild.publish.online import Locate
from textbuild.publish.pdf.schemes import LIBRARY
from textbuild.publish.volume.references import ReferenceList
from textbuild.render import id_in

TITLE = ".title"
"""The anchor of a module's own title; no anchor that an author writes begins so."""


def module_prefix(index: int) -> str:
    """Put before the ids of the book's module with this index, counted from 0."""
    return f"m{index + 1}-"


def record_anchor(record: str, part: str | None = None) -> str:
    """The id of a job specification, a process, or a part of one."""
    return id_in("print", "", f"{record}.{part}" if part else record)


def term_anchor(term: LinkedTerm) -> str:
    """The id of a term's entry in the glossary."""
    return id_in("print", "", term.anchor)


class PrintAddresses:
    """Addresses within one book's PDF. `records` are the ids of those printed in its appendix."""

    medium: Literal["print"] = "print"
    answers = ""

    def __init__(self, book: LinkedBook, references: ReferenceList, records: Collection[str], online: Locate) -> None:
        self._prefixes: Mapping[str, str] = {
            module.module.path: module_prefix(index) for index, module in enumerate(book.modules)
        }
        self.online = online
        self._references, self._records = references, records
        self._own: str = ""

    def in_module(self, index: int, references: ReferenceList) -> PrintAddresses:
        """The same for a module that ends with a list of references of its own."""
        own = copy(self)
        own._references, own._own = references, module_prefix(index)
        return own

    def standard(self, resolved: ResolvedCitation) -> str | None:
        number = self._references.number(resolved)
        return f"#{self._own}ref-{number}" if number else None

    def module(self, path: str, anchor: str | None) -> str:
        prefix = self._prefixes.get(path)
        return f"#{id_in(self.medium, prefix, anchor or TITLE)}" if prefix else ""

    def asset(self, path: str) -> str:
        return f"{LIBRARY}:/{quote(path)}"

    def term(self, term: LinkedTerm) -> str:
        return f"#{term_anchor(term)}"

    def record(self, resolved: ResolvedReference) -> str | None:
        if resolved.record is None or resolved.record.value.id not in self._records:
            return None
        return f"#{record_anchor(resolved.record.value.id, resolved.part.id if resolved.part else None)}"
