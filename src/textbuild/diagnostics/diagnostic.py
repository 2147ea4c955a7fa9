"""A rule's identity and one finding of it, ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textbuild.diagnostics.message import Message
from textbuild.model.span import Span


class Severity(StrEnum):
    """How bad a finding is: only an error stops a book."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Rule:
    """A check's identity. Codes are never reused."""

    code: str
    name: str
    severity: Severity
    summary: Message


@dataclass(frozen=True, slots=True)
class Fix:
    """Text that may take the place of the diagnostic's span."""

    replacement: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong and where, and how to mend it."""

    rule: Rule
    span: Span
    message: Message
    help: Message | None = None
    fix: Fix | None = None
    book: str | None = None
    """The book whose build it concerns; None concerns every book."""
