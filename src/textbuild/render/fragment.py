"""One module rendered: HTML, headings, the words of its sections, formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from markdown_it.token import Token

from textbuild.link.glossary import EMPTY, LinkedGlossary
from textbuild.link.library import LinkedModule
from textbuild.link.workshop import LinkedWorkshop
from textbuild.markdown import Document
from textbuild.model.book import Heading
from textbuild.model.span import Span
from textbuild.render.addresses import Addresses
from textbuild.render.blocks import blocks
from textbuild.render.footnote import note_blocks
from textbuild.render.formula import Formulas, MathmlFormulas, formulas_of
from textbuild.render.head import basis_words, head
from textbuild.render.inline import inline
from textbuild.render.numbering import Numbering
from textbuild.render.page import Page
from textbuild.render.quiz import AnswerKey, answer_key
from textbuild.render.sections import TextSection, text_sections
from textbuild.render.term import marks_of
from textbuild.render.words import words_of

_MATHML = MathmlFormulas()


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a publisher puts into its page."""

    html: str
    headings: tuple[Heading, ...]
    """Those in `html`, in order, with anchors as the author wrote them: without the prefix."""
    sections: tuple[TextSection, ...]
    """The module's words for search; the first is what stands before its first heading below the title."""
    formulas: tuple[str, ...]
    """TeX of every formula in it."""
    answers: tuple[AnswerKey, ...] = ()
    """To its self-test, for media that print them apart."""


def render(
    document: Document,
    module: LinkedModule,
    addresses: Addresses,
    numbering: Numbering,
    *,
    formulas: Formulas = _MATHML,
    day: date | None = None,
    generated: bool = False,
    language: str = "zh",
    prefix: str = "",
    glossary: LinkedGlossary = EMPTY,
    workshops: Sequence[LinkedWorkshop] = (),
) -> Fragment:
    """Renders a module for one medium.

    `day` is the day for which verdicts hold, shown beside the basis; `generated` puts the label of generated content
    at the top; `language` is the book's; `prefix` goes before every id, for media that put many modules into one
    document; terms of the `glossary` are marked where they are first used; `workshops` are the book's.
    In print a first-level heading at the top is left out: the publisher sets the module's title itself.
    """
    page = _page(document, module, addresses, numbering, formulas, language, prefix, glossary, workshops)
    top = head(module.basis, day, generated, page)
    after = _end_of_title(document.tokens)
    title = "" if page.medium == "print" else blocks(document.tokens[:after], page)
    return Fragment(
        title + top + blocks(document.tokens, page, after),
        module.module.headings,
        text_sections(document.tokens, page, basis_words(module.basis, page)),
        tuple(tex for tex, _ in formulas_of(document)),
        tuple(_answers(document.tokens, page)),
    )


def _page(
    document: Document,
    module: LinkedModule,
    addresses: Addresses,
    numbering: Numbering,
    formulas: Formulas,
    language: str,
    prefix: str,
    glossary: LinkedGlossary,
    workshops: Sequence[LinkedWorkshop],
) -> Page:
    page = Page(
        path=module.module.path,
        addresses=addresses,
        numbering=numbering,
        formulas=formulas,
        words=words_of(language),
        prefix=prefix,
        citations={resolved.citation.span: resolved for resolved in module.citations},
        first_citations=_first_citations(module),
        references={resolved.reference.span: resolved for resolved in module.references},
        headings={heading.anchor: heading.text for heading in module.module.headings},
        notes={},
        terms=marks_of(document.tokens, glossary),
        workshops={one.value.id: one for one in workshops},
    )
    if page.medium != "print":
        return page
    notes = {note: _note(tokens, page) for note, tokens in note_blocks(document.tokens).items()}
    return replace(page, notes=notes)


def _note(tokens: Sequence[Token], page: Page) -> str:
    """A footnote as inline HTML: its paragraphs, one after another."""
    return "<br>".join(inline(token.children or (), page) for token in tokens if token.type == "inline")


def _first_citations(module: LinkedModule) -> frozenset[Span]:
    first: dict[str, Span] = {}
    for resolved in module.citations:
        if resolved.known:
            first.setdefault(resolved.edition or resolved.citation.number.canonical, resolved.citation.span)
    return frozenset(first.values())


def _answers(tokens: Sequence[Token], page: Page) -> Iterator[AnswerKey]:
    """Where they have a page of their own, links to the module's anchors must say so."""
    if page.medium == "site":
        return
    there = replace(page, here=page.addresses.module(page.path, None)) if page.addresses.answers else page
    for index, token in enumerate(tokens):
        if token.type == "quiz_open":
            yield answer_key(tokens, index, there, blocks)


def _end_of_title(tokens: Sequence[Token]) -> int:
    """Index after a first-level heading that begins the module; 0 where there is none."""
    begins = bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    return next(i for i, t in enumerate(tokens) if t.type == "heading_close") + 1 if begins else 0
