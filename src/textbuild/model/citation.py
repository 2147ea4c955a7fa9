"""A mention in a module's text: of a standard as the trade writes it, or of anything with an id."""

from __future__ import annotations

from dataclasses import dataclass

from textbuild.model.span import Span
from textbuild.model.standard_number import StandardNumber


@dataclass(frozen=True, slots=True)
class Citation:
    """A standard that the text names."""

    number: StandardNumber
    """The key: what is cited."""
    text: str
    """As written."""
    span: Span
    locator: str | None = None
    """The clause, `5.2`, or None."""
    historical: bool = False
    """Only tells history: linked, but not judged."""
    heading: str | None = None
    """Anchor of the heading it stands under."""


@dataclass(frozen=True, slots=True)
class Reference:
    """`[@job:id#A1]`, `[@process:id#S3]` or `[@fig-id]`: an explicit mention by id."""

    target: str
    """`job:ev-battery-assembler#A1`, `fig-hv-off`."""
    span: Span
    heading: str | None = None
