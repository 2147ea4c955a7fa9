"""Standards named in the text, found as people write them; explicit mentions get their places here too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from textbuild.markdown.inline_text import InlineText, inline_text
from textbuild.markdown.positions import positions
from textbuild.markdown.source import Source
from textbuild.model.citation import Citation, Reference
from textbuild.model.standard_number import Mention, find_all

# A paragraph without any of these needs no closer look. Titles do: markdown-it joins the text of paragraphs only.
_MAYBE = re.compile(r"[A-ZＡ-Ｚ][A-ZＡ-Ｚ /／∕⁄╱]|\[@|\.historical")


def install(md: MarkdownIt) -> None:
    md.core.ruler.before("footnote_tail", "citations", _find_citations)


def _find_citations(state: StateCore) -> None:
    heading: str | None = None
    for token in state.tokens:
        if token.type == "heading_open":
            heading = str(token.attrs["id"])
        text = inline_text(token)
        if text is not None and (token.type != "inline" or _MAYBE.search(text.content)):
            text.children[:] = _Reader(text, state.env["source"], heading).read()


@dataclass(slots=True)
class _Piece:
    """A text token, and where its text stands in the inline text."""

    token: Token
    start: int
    length: int


@dataclass(slots=True)
class _Reader:
    """Reads one run of inline tokens anew, with citations and references as tokens of their own."""

    text: InlineText
    source: Source
    heading: str | None
    historical: bool = False
    links: int = 0
    run: list[_Piece] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)

    def read(self) -> list[Token]:
        for token, (start, length) in zip(self.text.children, positions(self.text), strict=True):
            if token.type in ("text", "text_special"):
                self.run.append(_Piece(token, start, length))
                continue
            self._end_run()
            if token.type in ("historical_open", "historical_close"):
                self.historical = token.nesting == 1
                continue
            self.links += token.nesting if token.type.startswith("link_") else 0
            self._take(token)
        self._end_run()
        return self.tokens

    def _take(self, token: Token) -> None:
        if token.type == "image":
            _make_text(token.children or ())
        elif token.type in ("citation", "reference"):
            if self._is_placed:
                self._mention(token)
            else:
                _make_text((token,))
        self.tokens.append(token)

    @property
    def _is_placed(self) -> bool:
        """A caption taken from a link definition has no place of its own, so nothing in it can be named."""
        return self.text.map.file[0] >= 0

    def _mention(self, token: Token) -> None:
        """Completes `[@…]`, which the inline rule has found."""
        extent = self.text.map.extent(*token.meta["place"])
        span = self.source.span(*extent)
        if token.type == "reference":
            token.meta["reference"] = Reference(token.meta["target"], span, self.heading)
        else:
            mention, locator = token.meta["cited"]
            written = self.source.text[slice(*extent)]
            token.meta["citation"] = Citation(mention.number, written, span, locator, heading=self.heading)

    def _end_run(self) -> None:
        """Turns the text tokens gathered so far into text and citations."""
        run, self.run = self.run, []
        if not run:
            return
        words = run[0].token.content if len(run) == 1 else "".join(piece.token.content for piece in run)
        end = 0
        for mention in find_all(words) if not self.links and self._is_placed else ():
            self._text(words[end : mention.start], run)
            self.tokens.append(self._citation(mention, words, run))
            end = mention.end
        self._text(words[end:], run)

    def _text(self, words: str, run: list[_Piece]) -> None:
        if words:
            self.tokens.append(Token("text", "", 0, content=words, level=run[0].token.level))

    def _citation(self, mention: Mention, words: str, run: list[_Piece]) -> Token:
        extent = self.text.map.extent(_begin(run, mention.start), _end(run, mention.end))
        citation = Citation(
            mention.number,
            self.source.text[slice(*extent)],
            self.source.span(*extent),
            mention.locator,
            self.historical,
            self.heading,
        )
        content = words[mention.start : mention.end]
        return Token("citation", "", 0, content=content, level=run[0].token.level, meta={"citation": citation})


def _begin(run: list[_Piece], position: int) -> int:
    """Where the character at `position` of a run's words begins in the inline text. An entity is one character."""
    for piece in run:
        length = len(piece.token.content)
        if position < length:
            return piece.start + (position if piece.token.type == "text" else 0)
        position -= length
    raise IndexError(position)


def _end(run: list[_Piece], position: int) -> int:
    """Where the character before `position` ends."""
    for piece in run:
        length = len(piece.token.content)
        if position <= length:
            return piece.start + (position if piece.token.type == "text" else piece.length)
        position -= length
    raise IndexError(position)


def _make_text(tokens: Iterable[Token]) -> None:
    """Makes mentions plain text, where nothing can be named: in alternative texts."""
    for token in tokens:
        if token.type in ("citation", "reference"):
            token.type, token.meta = "text", {}
        _make_text(token.children or ())
