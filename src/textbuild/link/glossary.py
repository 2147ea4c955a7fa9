"""The terms in force in a book or in the library: their citations resolved, and where a text names them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from textbuild.link.resolve import ResolvedCitation, Resolver, basis_citation
from textbuild.model.citation import Citation
from textbuild.model.glossary import GlossaryFile, Term
from textbuild.model.span import Span
from textbuild.model.standard_number import find_all

_NO_NAME = re.compile(r"[^\w.-]+")
_HISTORICAL = "]{.historical}"
_FIRST_CHINESE = "\u2e80"
"""From here on characters stand side by side without spaces: a term needs no bounds among them."""


@dataclass(frozen=True, slots=True)
class LinkedTerm:
    value: Term
    anchor: str
    """Its id on the page of the glossary, `term-热失控`."""
    definition: tuple[str | ResolvedCitation, ...] = ()
    """In pieces: plain text, and the standards it names."""
    basis: tuple[ResolvedCitation, ...] = ()
    shared: bool = False
    """Whether it comes from the library's glossary."""

    @property
    def use(self) -> str:
        """The id of its first use on the page of a module, `use-热失控`."""
        return self.anchor.replace("term-", "use-", 1)

    @property
    def citations(self) -> tuple[ResolvedCitation, ...]:
        """What its definition names."""
        return tuple(piece for piece in self.definition if not isinstance(piece, str))

    @property
    def plain(self) -> str:
        """The definition as plain text."""
        return "".join(piece if isinstance(piece, str) else piece.citation.text for piece in self.definition)


@dataclass(frozen=True, slots=True)
class Use:
    """A term that a text names, at `text[start:end]`."""

    start: int
    end: int
    term: LinkedTerm


@dataclass(frozen=True, slots=True)
class LinkedGlossary:
    """`names` leads from each term and alias to its entry; `others` are words that hold one and mean something else."""

    terms: tuple[LinkedTerm, ...] = ()
    names: Mapping[str, LinkedTerm] = field(default_factory=dict)
    others: frozenset[str] = frozenset()
    _lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    """First character → the lengths of the names and others that begin with it, longest first."""

    def find(self, text: str) -> Iterator[Use]:
        """What the text names, in order; of names that begin at one place the longest. Takes one walk over it."""
        at = 0
        while at < len(text):
            length = self._length(text, at) if text[at] in self._lengths else 0
            if length and (term := self.names.get(text[at : at + length])) is not None:
                yield Use(at, at + length, term)
            at += length or 1

    def _length(self, text: str, at: int) -> int:
        """Of the longest word of the glossary that begins here; 0 where there is none."""
        if _joined(text, at):
            return 0
        for length in self._lengths[text[at]]:
            word = text[at : at + length]
            if len(word) == length and (word in self.names or word in self.others) and not _joined(text, at + length):
                return length
        return 0


EMPTY = LinkedGlossary()


def link_terms(file: GlossaryFile | None, resolve: Resolver, shared: bool = False) -> tuple[LinkedTerm, ...]:
    """The entries of one file, each with what it cites."""
    if file is None:
        return ()
    lines, places = file.text.split("\n"), file.glossary.places
    linked = []
    for index, term in enumerate(file.glossary.value.terms):
        definition = _pieces(term.definition, partial(places.at, "terms", index, "definition"), lines, resolve)
        basis = (basis_citation(text, places.at("terms", index, "basis", at)) for at, text in enumerate(term.basis))
        linked.append(LinkedTerm(term, "", tuple(definition), tuple(map(resolve, basis)), shared))
    return tuple(linked)


def glossary_of(own: Iterable[LinkedTerm], shared: Iterable[LinkedTerm] = ()) -> LinkedGlossary:
    """A book's entries with those of the library that none of them stands for. The book's win, word by word."""
    names: dict[str, LinkedTerm] = {}
    kept: list[LinkedTerm] = []
    anchors: Counter[str] = Counter()
    for term in (*own, *shared):
        if term.value.term in names:
            continue
        term = replace(term, anchor=_anchor(term.value.term, anchors))
        kept.append(term)
        for name in term.value.names():
            names.setdefault(name, term)
    lengths: dict[str, set[int]] = {}
    others = frozenset(word for term in kept for word in term.value.not_in)
    for name in (*names, *others):
        lengths.setdefault(name[0], set()).add(len(name))
    longest_first = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return LinkedGlossary(tuple(kept), names, others, longest_first) if kept else EMPTY


def related(term: LinkedTerm, glossary: LinkedGlossary) -> tuple[LinkedTerm, ...]:
    """The terms that an entry refers to, each once."""
    found = (glossary.names.get(name) for name in term.value.see)
    return tuple({one.anchor: one for one in found if one is not None}.values())


def with_related(terms: Iterable[LinkedTerm], glossary: LinkedGlossary) -> list[LinkedTerm]:
    """The terms, and all that is reached from them by `see`: no reference leads nowhere."""
    listed: dict[str, LinkedTerm] = {}
    ahead = list(terms)
    while ahead:
        term = ahead.pop()
        if term.anchor not in listed:
            listed[term.anchor] = term
            ahead += related(term, glossary)
    return list(listed.values())


def _joined(text: str, at: int) -> bool:
    """Whether the characters before and after a place belong to one word of Latin letters and digits."""
    return 0 < at < len(text) and _is_latin(text[at - 1]) and _is_latin(text[at])


def _is_latin(character: str) -> bool:
    return character < _FIRST_CHINESE and (character.isalnum() or character in "_-")


def _anchor(term: str, taken: Counter[str]) -> str:
    anchor = f"term-{_NO_NAME.sub('-', term).strip('-')}"
    taken[anchor] += 1
    return anchor if taken[anchor] == 1 else f"{anchor}--{taken[anchor]}"


def _pieces(
    text: str, place: Callable[[], Span], lines: list[str], resolve: Resolver
) -> Iterator[str | ResolvedCitation]:
    """A definition taken apart. `[GB 38031—2020]{.historical}` only tells history, as in a module."""
    done = 0
    for mention in find_all(text):
        start, end = mention.start, mention.end
        span = _within(place(), text, start, end - start, lines)
        historical = text[done:start].endswith("[") and text.startswith(_HISTORICAL, end)
        citation = Citation(mention.number, text[start:end], span, mention.locator, historical)
        yield text[done : start - 1 if historical else start]
        yield resolve(citation)
        done = end + len(_HISTORICAL) if historical else end
    yield text[done:]


def _within(span: Span, value: str, start: int, length: int, lines: list[str]) -> Span:
    """The place of a part of a value that is written as it is, in one line; else that of the whole value."""
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    begin = span.column - 1
    for quote in (0, 1):
        if span.line == span.end_line and line.startswith(value, begin + quote):
            return Span.at(span.path, span.line, span.column + quote + start, length)
    return span
