"""What a kept table's columns and words mean: the mapping files in `standards/mappings/`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from textbuild.diagnostics import msg
from textbuild.load.files import read_text
from textbuild.load.importers.row import ImportFailedError
from textbuild.load.records import validate
from textbuild.load.yaml_places import parse_yaml
from textbuild.model.base import Frozen, Slug, Text
from textbuild.model.dates import PartialDate
from textbuild.model.standard import Adoption, Applicability, Check, Evidence

FOLDER = "standards/mappings"


class MappedSource(Frozen):
    """A source that the table names in a column: rows whose cell begins with `begins`."""

    begins: str
    source: Text
    kind: Evidence
    on: date


class Unseen(Frozen):
    """Words in a row's note that take a field back from those that were read."""

    field: Text
    note: Text
    unless: str | None = None


class Override(Frozen):
    """What a person read in the table's notes about one edition."""

    published: PartialDate | None = None
    effective: PartialDate | None = None
    withdrawn: PartialDate | Literal[True] | None = None
    reported: str | None = None
    partial: tuple[str, ...] = ()
    """Editions that it replaces, or is replaced by, only in part."""
    replaced_by: tuple[str, ...] = ()
    """Successors that the note recalls."""
    applicability: tuple[Applicability, ...] = ()
    adopts: tuple[Adoption, ...] = ()
    seen: tuple[str, ...] = ()
    """Further fields that the row's source was read for."""
    checks: tuple[Check, ...] = ()


class Mapping(Frozen):
    """One table: which column holds what, and what its words mean."""

    about: str | None = None
    columns: dict[str, str]
    """Field → column. Fields: number, title, title_en, sector, reported, published, effective, replaces, replaced_by,
    updates, updated_by, ics, ccs, source, kind, seen, note."""
    on: date | None = None
    """The day the table's sources were read, where `sources` does not say."""
    kinds: dict[str, Evidence] = Field(default_factory=dict)
    sources: tuple[MappedSource, ...] = ()
    sectors: dict[str, tuple[Slug, ...]] = Field(default_factory=dict)
    issuers: dict[str, str] = Field(default_factory=dict)
    """Code before the number → issuer."""
    seen: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Word in the `seen` column → fields; `field:month` means that only the month was read."""
    unseen: tuple[Unseen, ...] = ()
    abolished: tuple[str, ...] = ()
    """Beginnings of status words that say an edition is withdrawn."""
    doubtful: dict[str, str] = Field(default_factory=dict)
    """Beginning of status words that tell that the table does not know → the doubt that such a reading leaves."""
    recalled: Text = "未见来源（凭记忆填写）"
    overrides: dict[str, Override] = Field(default_factory=dict)


def load_mapping(root: Path, path: str) -> Mapping:
    """The mapping file at `path` (relative to `root`). Raises ImportFailedError."""
    text = read_text(root, path)
    if text.content is None:
        raise ImportFailedError(text.fault.message if text.fault else msg("{path} can not be read", path=path))
    mapping, faults = validate(parse_yaml(text.content, path), Mapping)
    if mapping is None:
        fault = faults[0]
        place = f"{path}:{fault.span.line}"
        raise ImportFailedError(msg("{place}: {problem}", place=place, problem=fault.message))
    return mapping.value


def mapping_for(root: Path, header: frozenset[str]) -> Mapping | None:
    """The first mapping, by file name, all of whose columns the table has."""
    for path in sorted((root / FOLDER).glob("*.yml")):
        relative = f"{FOLDER}/{path.name}"
        if "columns:" not in (read_text(root, relative).content or ""):
            continue
        mapping = load_mapping(root, relative)
        if header >= set(mapping.columns.values()):
            return mapping
    return None
