"""Which file holds which standard, found without reading records as a whole: for an import into many files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from textbuild.diagnostics import Diagnostic
from textbuild.load.files import Text
from textbuild.load.record_files import record_texts
from textbuild.load.records import read_record
from textbuild.model.standard import Standard
from textbuild.model.standard_number import canonical

_NUMBER = re.compile(r"^number:[ \t]*(?:\"([^\"\n]+)\"|'([^'\n]+)'|([^#\n]+?))[ \t]*(?:#.*)?$", re.MULTILINE)
_BLOCK_LIST = re.compile(r"^[ \t]*(?:- )?replaces:[ \t]*(?:#.*)?$", re.MULTILINE)
_LINES = re.compile(r"^[ \t]*(?:- )?(edition|replaces):[ \t]*(.*)$", re.MULTILINE)
_ITEM = re.compile(
    r"\{edition: \"?([^\",}\]]+)\"?, extent: (partial|full)\}|\"([^\"]+)\"|([^\s,\[\]{}\"][^,\[\]{}\"]*)"
)


@dataclass(slots=True)
class StandardFiles:
    """The records' files by identity, and what the records say replaces what."""

    paths: dict[str, str] = field(default_factory=dict)
    relations: set[tuple[str, str]] = field(default_factory=set)
    """(newer edition, older edition), canonical numbers."""
    superseded: set[str] = field(default_factory=set)
    """Older editions of relations that are no partial ones."""


def find_standards(root: Path) -> StandardFiles:
    """Looks at every file below `standards/`."""
    found = StandardFiles()
    for text in record_texts(root):
        number = _NUMBER.search(text.content or "")
        if text.content is None or number is None:
            continue
        found.paths.setdefault(canonical(next(one for one in number.groups() if one)), text.path)
        for newer, older, partial in _relations(text, text.content):
            found.relations.add((newer, older))
            if not partial:
                found.superseded.add(older)
    return found


def read_standard(text: Text) -> tuple[Standard | None, tuple[Diagnostic, ...]]:
    """The standard that a file holds; None with the reasons where it holds none."""
    record, faults = read_record(text)
    return (record.value, faults) if record is not None and isinstance(record.value, Standard) else (None, faults)


def _relations(text: Text, content: str) -> Iterator[tuple[str, str, bool]]:
    """(newer, older, whether only in part). The form that textbuild writes is read by its lines alone."""
    if "replaces:" not in content:
        return
    if _BLOCK_LIST.search(content):
        standard, _ = read_standard(text)
        for edition in standard.editions if standard else ():
            for one in edition.replacements:
                yield canonical(edition.edition), canonical(one.edition), one.extent == "partial"
        return
    newer = ""
    for line in _LINES.finditer(content):
        for item in _ITEM.finditer(line[2]):
            older = canonical(item[1] or item[3] or item[4])
            if line[1] == "edition":
                newer = older
                break
            yield newer, older, item[2] == "partial"
