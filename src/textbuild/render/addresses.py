"""Where things live in one medium; each publisher brings its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, Protocol

from textbuild.link.glossary import LinkedTerm
from textbuild.link.resolve import ResolvedCitation, ResolvedReference

Medium = Literal["site", "print", "epub"]


def id_in(medium: Medium, prefix: str, anchor: str) -> str:
    """The id that an anchor has in a medium. In print it is ASCII: readers of PDF look names up by their bytes."""
    if medium != "print":
        return prefix + anchor
    return prefix + re.sub(r"[^A-Za-z0-9_.-]", lambda found: f"~{ord(found[0]):x}", anchor)


@dataclass(frozen=True, slots=True)
class Online:
    """An address on the web, and the QR code of it as SVG."""

    address: str
    drawing: str


class Addresses(Protocol):
    """Gives the `href` of what a module names, as it is written on the module's own page."""

    @property
    def medium(self) -> Medium: ...

    @property
    def answers(self) -> str:
        """The page with the answers to all self-tests; empty where they stand on the page itself."""
        ...

    def standard(self, resolved: ResolvedCitation) -> str | None:
        """The standard's page (site) or its entry in the reference list (print, epub); None where there is none."""
        ...

    def module(self, path: str, anchor: str | None) -> str:
        """A module of the library, at one of its anchors; empty where it is not part of this publication."""
        ...

    def asset(self, path: str) -> str:
        """A file of the library, by its path below the root; empty where it is not published."""
        ...

    def term(self, term: LinkedTerm) -> str | None:
        """A term's entry in the glossary; None where this publication has no glossary."""
        ...

    def record(self, resolved: ResolvedReference) -> str | None:
        """A job specification or process, at the part meant; None where there is none."""
        ...

    def online(self, path: str, anchor: str) -> Online | None:
        """For paper and EPUB the place on the library's site that a module's anchor has; None where there is none."""
        ...
