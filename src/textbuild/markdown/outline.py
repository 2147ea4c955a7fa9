"""What a module's text mentions and can be linked to: headings, anchors, citations, links, HTML, questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from markdown_it.token import Token

from textbuild.markdown.document import Document
from textbuild.markdown.inline_text import InlineText, inline_text
from textbuild.markdown.plain_text import plain_text
from textbuild.markdown.source import Source
from textbuild.model.book import Anchor, Heading, Link, RawHtml, Suppression
from textbuild.model.citation import Citation, Reference
from textbuild.model.quiz import Question
from textbuild.model.span import Span
from textbuild.model.workshop import workshop_anchor

AnchorKind = Literal["heading", "figure", "table", "equation", "quiz", "workshop", "other"]

DECORATIVE = "decorative"
"""The class of an image that only adorns."""
_HTML_ID = re.compile(r"<[A-Za-z][^<>]*?\sid\s*=\s*(?:\"([^\"<>]+)\"|'([^'<>]+)'|([^\s\"'=<>`]+))")
# All but ; / ? : @ & = + $ , # %
_ENCODED = re.compile(r"(?:%(?!2[3-6BCF]|3[ABDF]|40)[0-9A-F]{2})+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outline:
    """All in the order of the file."""

    headings: tuple[Heading, ...]
    anchors: tuple[Anchor, ...]
    citations: tuple[Citation, ...]
    references: tuple[Reference, ...]
    links: tuple[Link, ...]
    html: tuple[RawHtml, ...]
    suppressions: tuple[Suppression, ...]
    questions: tuple[Question, ...]


def outline(document: Document) -> Outline:
    """Gathers what the tokens of a document hold."""
    found = _Found(Source(document.path, document.text))
    for token in document.tokens:
        if (read := _BLOCKS.get(token.type)) is not None:
            read(found, token)
        if (text := inline_text(token)) is not None and text.map.file[0] >= 0:
            _read_inline(found, text)
    return found.outline()


@dataclass(slots=True)
class _Found:
    source: Source
    headings: list[Heading] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    html: list[RawHtml] = field(default_factory=list)
    suppressions: list[Suppression] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def outline(self) -> Outline:
        """Footnotes stand at the end of the tokens: all is put back into the order of the file."""
        return Outline(
            tuple(self.headings),
            tuple(sorted(self.anchors, key=lambda one: one.span)),
            tuple(sorted(self.citations, key=lambda one: one.span)),
            tuple(sorted(self.references, key=lambda one: one.span)),
            tuple(sorted(self.links, key=lambda one: one.span)),
            tuple(sorted(self.html, key=lambda one: one.span)),
            tuple(self.suppressions),
            tuple(self.questions),
        )

    def anchor(self, token: Token, kind: AnchorKind) -> None:
        """An id that the author wrote is named itself; one that was made names what it was made for."""
        anchor = token.attrs.get("id") or token.meta.get("id")
        if anchor:
            extent = token.meta.get("id_extent") or token.meta["extent"]
            self.anchors.append(Anchor(str(anchor), kind, self.source.span(*extent)))

    def raw_html(self, html: str, extent: tuple[int, int]) -> None:
        """HTML with the ids in it. These are looked for in the file, where the HTML may stand behind `>` or indent."""
        self.html.append(RawHtml(html, self.source.span(*extent)))
        for match in _HTML_ID.finditer(self.source.text, *extent):
            group = match.lastindex or 0
            self.anchors.append(Anchor(match[group], "other", self.source.span(*match.span(group))))


def _heading(found: _Found, token: Token) -> None:
    span = found.source.span(*token.meta["extent"])
    found.headings.append(Heading(int(token.tag[1]), token.meta["text"], str(token.attrs["id"]), span))
    found.anchor(token, "heading")


def _figure(found: _Found, token: Token) -> None:
    span = found.source.span(*token.meta["extent"])
    decorative = DECORATIVE in token.meta["classes"]
    found.links.append(Link(_href(token.meta["src"]), "image", token.meta["alt"], span, decorative))
    found.anchor(token, "figure")


def _workshop(found: _Found, token: Token) -> None:
    reference: Reference = token.meta["reference"]
    found.references.append(reference)
    found.anchors.append(Anchor(workshop_anchor(reference.target), "workshop", reference.span))


def _suppression(found: _Found, token: Token) -> None:
    meta = token.meta
    span = found.source.span(*meta["extent"])
    found.suppressions.append(Suppression(meta["codes"], meta["reason"], span, meta["lines"]))


def _quiz(found: _Found, token: Token) -> None:
    found.questions.append(token.meta["question"])
    found.anchor(token, "quiz")


def _html_block(found: _Found, token: Token) -> None:
    found.raw_html(token.content.strip(" \t\n"), token.meta["extent"])


_BLOCKS: Mapping[str, Callable[[_Found, Token], None]] = MappingProxyType(
    {
        "heading_open": _heading,
        "figure": _figure,
        "table_open": lambda found, token: found.anchor(token, "table"),
        "equation": lambda found, token: found.anchor(token, "equation"),
        "html_block": _html_block,
        "workshop": _workshop,
        "suppression": _suppression,
        "quiz_open": _quiz,
    }
)


def _read_inline(found: _Found, text: InlineText) -> None:
    for index, token in enumerate(text.children):
        if token.type == "citation":
            found.citations.append(token.meta["citation"])
        elif token.type == "reference":
            found.references.append(token.meta["reference"])
        elif token.type in ("link_open", "image", "html_inline"):
            extent = text.map.extent(*token.meta["place"])
            if token.type == "html_inline":
                found.raw_html(token.content, extent)
                continue
            found.links.append(_link(text.children, index, found.source.span(*extent)))
            if "id_place" in token.meta:
                span = found.source.span(*text.map.extent(*token.meta["id_place"]))
                found.anchors.append(Anchor(str(token.attrs["id"]), "other", span))


def _link(tokens: Sequence[Token], index: int, span: Span) -> Link:
    token = tokens[index]
    if token.type == "image":
        decorative = DECORATIVE in str(token.attrs.get("class", "")).split()
        return Link(_href(token.attrs.get("src", "")), "image", plain_text(token.children or ()), span, decorative)
    end = index
    while tokens[end].type != "link_close":
        end += 1
    return Link(_href(token.attrs.get("href", "")), "link", plain_text(tokens[index:end]), span)


def _href(address: object) -> str:
    """The address as people read it: 图 and not %E5%9B%BE. What would divide it stays encoded: `%23` is no `#`."""
    return _ENCODED.sub(_decoded, str(address))


def _decoded(encoded: re.Match[str]) -> str:
    try:
        return bytes.fromhex(encoded[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return encoded[0]
