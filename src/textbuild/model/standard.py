"""A standard with all its editions, as `standards/**/*.yml` holds it (contract section 2)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from textbuild.model.base import Frozen, Slug, Text
from textbuild.model.dates import PartialDate


class Evidence(StrEnum):
    """What kind of page a fact was read on, best first."""

    OFFICIAL = "official"
    ANNOUNCEMENT = "announcement"
    CATALOGUE = "catalogue"
    DATASET = "dataset"
    PRESS = "press"
    RECALLED = "recalled"


class Check(Frozen):
    """One reading of a source: where, when, and which fields were read there."""

    source: Text
    kind: Evidence
    on: date
    saw: tuple[str, ...] = ()
    found: dict[str, str] = Field(default_factory=dict)
    """Values the source gives that differ from the record's: a person settles which is right (`Edition.settled`)."""
    doubt: str | None = None
    """Why it can not be told from this reading that the edition is in force; a later reading without one settles it."""
    note: str | None = None


class Replacement(Frozen):
    """An older edition that this one replaces, wholly or in part."""

    edition: Text
    extent: Literal["full", "partial"] = "full"


class Applicability(Frozen):
    """A later day from which an edition binds certain products."""

    condition: Text
    from_: PartialDate = Field(alias="from")


class Amendment(Frozen):
    number: Text
    effective: PartialDate | None = None


class Clause(Frozen):
    """A numbered part of an edition. The number is text: `7.10` is not `7.1`."""

    number: Text
    title: str | None = None
    note: str | None = None


class Settlement(Frozen):
    """What a person decided where sources contradict each other. It answers the readings up to its day."""

    field: Literal["title", "published", "effective", "withdrawn", "nature", "issuer"]
    value: Text
    by: Text
    """Name and role."""
    on: date
    reason: Text


class Edition(Frozen):
    """One dated issue of a standard."""

    edition: Text
    title: str | None = None
    published: PartialDate | None = None
    effective: PartialDate | None = None
    withdrawn: PartialDate | Literal[True] | None = None
    replaces: tuple[str | Replacement, ...] = ()
    applicability: tuple[Applicability, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    clauses: tuple[Clause, ...] = ()
    reported: str | None = None
    settled: tuple[Settlement, ...] = ()
    checks: tuple[Check, ...] = ()
    note: str | None = None

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """`replaces` with the short form written out."""
        return tuple(Replacement(edition=r) if isinstance(r, str) else r for r in self.replaces)


class Adoption(Frozen):
    """An international standard that this one takes over, and how closely."""

    number: Text
    degree: Literal["IDT", "MOD", "NEQ"]


class Standard(Frozen):
    """A standard's identity without year, and its dated issues."""

    kind: Literal["standard"]
    number: Text
    title: str | None = None
    title_en: str | None = None
    nature: Literal["mandatory", "recommended", "guide"] | None = None
    issuer: str | None = None
    sectors: tuple[Slug, ...] = ()
    ics: tuple[str, ...] = ()
    ccs: tuple[str, ...] = ()
    adopts: tuple[Adoption, ...] = ()
    editions: tuple[Edition, ...] = Field(min_length=1)
    note: str | None = None
