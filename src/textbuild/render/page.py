"""What a construct needs to know of the page it is rendered for."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, unquote

from textbuild.link.glossary import Use
from textbuild.link.resolve import ResolvedCitation, ResolvedReference
from textbuild.link.workshop import LinkedWorkshop
from textbuild.model.span import Span
from textbuild.render.addresses import Addresses, Medium, id_in
from textbuild.render.formula import Formulas
from textbuild.render.numbering import Number, Numbering
from textbuild.render.words import Words

_SCHEMES = ("http:", "https:", "mailto:", "tel:")
_ALIGNMENTS = {f"text-align:{side}": f"tb-{side}" for side in ("left", "center", "right")}
"""Columns of tables. A style attribute would need a weaker Content-Security-Policy."""


@dataclass(frozen=True, slots=True)
class Page:
    """One module on its way to HTML."""

    path: str
    addresses: Addresses
    numbering: Numbering
    formulas: Formulas
    words: Words
    prefix: str
    """Put before every id, so that ids stay unique where modules share a document."""
    citations: Mapping[Span, ResolvedCitation]
    first_citations: frozenset[Span]
    """The first mention of each edition."""
    references: Mapping[Span, ResolvedReference]
    headings: Mapping[str, str]
    """Anchor → text of the module's headings."""
    notes: Mapping[int, str]
    """Footnote's id in the token stream → its content as inline HTML."""
    terms: Mapping[int, tuple[Use, ...]]
    """`id` of a text token → the terms that are first used in it."""
    workshops: Mapping[str, LinkedWorkshop]
    """The book's virtual workshops, by id."""

    here: str = ""
    """The address of the module's own page, put before its anchors where a part of it stands elsewhere."""

    @property
    def medium(self) -> Medium:
        return self.addresses.medium

    @property
    def numbers(self) -> Mapping[int, Number]:
        return self.numbering.numbers.get(self.path, {})

    def id(self, anchor: object) -> str:
        """The attribute ` id="…"`, or nothing for no anchor."""
        return f' id="{escape(self.name(str(anchor)))}"' if anchor else ""

    def name(self, anchor: str) -> str:
        """The id that an anchor of the module has here."""
        return id_in(self.medium, self.prefix, anchor)

    def own(self, anchor: str) -> str:
        """The address of an anchor on this page."""
        return f"{self.here}#{quote(self.name(anchor))}"

    def link(self, href: str) -> str:
        """The address that a link in the text leads to; empty for one that must not be made."""
        if href.startswith("#"):
            return self.own(unquote(href[1:])) if len(href) > 1 else ""
        if href.lower().startswith(_SCHEMES):
            return href
        path, _, anchor = href.partition("#")
        target = self.file(path)
        if target is None:
            return ""
        if target.lower().endswith(".md"):
            return self.addresses.module(target, unquote(anchor) or None)
        return "" if self.medium == "print" else self.addresses.asset(target)

    def image(self, src: str) -> str:
        """The address of an image; empty for one that is not a file of the library: no page asks another host."""
        target = self.file(src)
        return self.addresses.asset(target) if target else ""

    def file(self, href: str) -> str | None:
        """A relative address as a path below the library's root; None for any other."""
        path = unquote(href.partition("?")[0].partition("#")[0])
        if not path or ":" in path or path.startswith("/") or "\\" in path or "\0" in path:
            return None
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path))
        return None if target.startswith("../") or target in ("..", ".") else target


def classes(*names: str) -> str:
    """The attribute ` class="…"`, or nothing."""
    given = " ".join(name for name in names if name)
    return f' class="{escape(given)}"' if given else ""


def attributes(attrs: Mapping[str, str | int | float], page: Page, extra: Sequence[str] = ()) -> str:
    """The attributes an author may set with `{#id .class}`, escaped. Handlers, styles and the like are left out."""
    html = page.id(attrs.get("id"))
    alignment = _ALIGNMENTS.get(str(attrs.get("style", "")).replace(" ", ""), "")
    html += classes(*extra, alignment, str(attrs.get("class", "")))
    html += "".join(f' {name}="{escape(str(attrs[name]))}"' for name in ("lang", "title", "start") if name in attrs)
    return html
