"""What every importer yields: a source's row in the words of the model, or the reason why it is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, Protocol

from textbuild.diagnostics import Message, WrongUseError
from textbuild.model.dates import PartialDate
from textbuild.model.standard import Adoption, Applicability, Check, Evidence, Replacement
from textbuild.model.standard_number import StandardNumber

SAW_ORDER = (
    "number",
    "title",
    "published",
    "effective",
    "withdrawn",
    "reported",
    "replaces",
    "replaced_by",
    "applicability",
    "ics",
    "ccs",
)
"""The order in which a reading lists what it saw."""


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """What one row of a source says about one edition, with the readings (`checks`) that vouch for it."""

    line: int
    number: StandardNumber
    """With its year; with its amendment where the row is about one."""
    checks: tuple[Check, ...]
    title: str | None = None
    title_en: str | None = None
    nature: Literal["mandatory", "recommended", "guide"] | None = None
    issuer: str | None = None
    published: PartialDate | None = None
    effective: PartialDate | None = None
    withdrawn: PartialDate | Literal[True] | None = None
    abolished: Check | None = None
    """The reading that calls it withdrawn without a day: that counts only where nothing is known to replace it."""
    reported: str | None = None
    replaces: tuple[Replacement, ...] = ()
    replaced_by: tuple[Replacement, ...] = ()
    sectors: tuple[str, ...] = ()
    ics: tuple[str, ...] = ()
    ccs: tuple[str, ...] = ()
    adopts: tuple[Adoption, ...] = ()
    applicability: tuple[Applicability, ...] = ()
    remarks: tuple[Message, ...] = ()
    """What of the row could not be used: a relation to a draft, say."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is not imported, and why."""

    line: int
    reason: Message


@dataclass(frozen=True, slots=True)
class Reading:
    """Which source a file is, what kind of page, and the day it was read there."""

    source: str
    kind: Evidence
    on: date


class ImportFailedError(WrongUseError):
    """The file as a whole can not be imported."""


class Reader(Protocol):
    """Reads a source's file row by row. Raises ImportFailedError where it is no such file."""

    def __call__(self, path: Path, reading: Reading) -> Iterator[ImportedRow | Rejected]: ...
