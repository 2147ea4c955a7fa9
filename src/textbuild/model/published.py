"""What was printed, and on which editions it rested, as `published/<book>.yml` holds it for as long as copies exist."""

from __future__ import annotations

import re
from datetime import date as Date  # noqa: N812  a field below is called `date`
from typing import Literal

from pydantic import Field

from textbuild.model.base import Frozen, Text


class PrintedModule(Frozen):
    """A module as it stood in one printing. Editions are dated: what an undated mention meant on the day."""

    id: Text
    title: Text
    basis: tuple[Text, ...] = ()
    cites: tuple[Text, ...] = ()
    """The editions that its text teaches by beside the basis."""
    text: str | None = Field(default=None, pattern=r"^[0-9a-f]{16}$")
    """Tells whether the module's file has changed since."""


class Printing(Frozen):
    """One printing (印次) of a book, or one version of it where no edition is counted."""

    id: Text
    edition: int | None = None
    printing: int | None = None
    version: Text | None = None
    date: Date
    """The day by which its standards were judged."""
    modules: tuple[PrintedModule, ...] = ()

    @property
    def key(self) -> str:
        return printing_key(self.edition, self.printing, self.version)


class Retired(Frozen):
    """A printed id that no module has any more: it moved to another id, or was withdrawn. The book's id means all."""

    id: Text
    moved_to: Text | None = None
    withdrawn: Date | None = None
    reason: str | None = None


class Published(Frozen):
    """All printings of one book, the newest first, and what became of the ids printed in them."""

    kind: Literal["published"]
    book: Text
    title: Text
    retired: tuple[Retired, ...] = ()
    printings: tuple[Printing, ...] = Field(min_length=1)


def printing_key(edition: int | None, printing: int | None, version: str | None) -> str:
    """What tells the printings of one book apart, fit for the end of an address: `2-1`, or the version."""
    if edition is not None:
        return f"{edition}-{printing or 1}"
    return re.sub(r"[^A-Za-z0-9.]+", "-", version or "").strip("-.") or "1"
