"""Which clauses of an edition became which of a newer one, as `standards/maps/*.yml` holds it."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from textbuild.model.base import Frozen, Text
from textbuild.model.standard import Check


class Change(StrEnum):
    """What happened to a clause. Renumbered: the number changed and nothing else. Technical: the content changed."""

    RENUMBERED = "renumbered"
    TECHNICAL = "technical"
    REMOVED = "removed"
    ADDED = "added"


class ClauseChange(Frozen):
    """One clause that is not the same in both editions. The numbers are text: `7.10` is not `7.1`."""

    from_: Text | None = Field(default=None, alias="from")
    """Its number in the older edition; None if it was added."""
    to: Text | None = None
    """Its number in the newer edition; None if it was removed, or kept its number."""
    change: Change
    note: str | None = None


class ClauseMap(Frozen):
    """The changes from one edition to another, as someone read them. What it does not name it says nothing about."""

    kind: Literal["map"]
    from_: Text = Field(alias="from")
    """The older edition, `GB 38031-2020`."""
    to: Text
    """The newer edition."""
    clauses: tuple[ClauseChange, ...] = Field(min_length=1)
    note: str | None = None
    checks: tuple[Check, ...] = ()
