"""All that one run of `check` has to tell, ready for any report format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from textbuild.diagnostics.diagnostic import Diagnostic, Severity


def no_source(path: str) -> str | None:
    """For a report that is shown without code frames."""
    return None


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one run, with the day and the size of what was checked."""

    as_of: date
    books: int
    modules: int
    standards: int
    diagnostics: tuple[Diagnostic, ...]
    """In the order in which they are shown."""
    sources: Callable[[str], str | None] = no_source
    """The text of the file at a path relative to the library's root, for code frames; None if it can not be read."""
    known_on: date | None = None
    """The day whose records were read, where that is not today."""

    def count(self, severity: Severity) -> int:
        return Counter(one.rule.severity for one in self.diagnostics)[severity]

    @property
    def failed(self) -> bool:
        """Whether there is a finding that stops a build."""
        return any(one.rule.severity is Severity.ERROR for one in self.diagnostics)
