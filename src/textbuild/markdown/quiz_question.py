"""A question's tokens as the value that checks and exports see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from textbuild.markdown.inline_text import InlineText, inline_text
from textbuild.markdown.plain_text import plain_text
from textbuild.markdown.quiz_parts import Item, Parts, Range
from textbuild.markdown.source import Source
from textbuild.model.quantity import quantity
from textbuild.model.quiz import BLANK, Blank, Choice, Pair, Question, Step
from textbuild.model.span import Span


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a question's first line, and its place among the others."""

    number: int
    anchor: str
    points: float
    unreadable: str | None


def question_of(tokens: Sequence[Token], index: int, parts: Parts, head: Head, source: Source) -> Question:
    """The value of the question that opens at `index`."""
    reader = _Reader(tokens, index, source)
    choices = parts.kind in ("single", "multiple", "truth")
    asked = range(index + 1, index + (parts.explanation[0] if parts.explanation else parts.end))
    return Question(
        head.number,
        head.anchor,
        parts.kind,
        head.points,
        reader.words(parts.stem),
        tuple(map(reader.choice, parts.items)) if choices else (),
        tuple(blank for at in asked for blank in reader.blanks(tokens[at])) if not choices else (),
        tuple(Step(words_of(one.text), reader.place(one.inline)) for one in parts.items) if not choices else (),
        tuple(Pair(words_of(a.text), words_of(b.text), reader.place(a.inline)) for a, b in parts.rows),
        reader.words([parts.explanation] if parts.explanation else ()),
        reader.whole(),
        reader.block(parts.mixed) if parts.mixed is not None else None,
        head.unreadable,
    )


def words_of(tokens: Iterable[Token]) -> str:
    """The words of inline tokens. Formulas keep their TeX, blanks are `BLANK`, of a record's part there is the id."""
    return plain_text([_worded(token) for token in tokens])


def _worded(token: Token) -> Token:
    if token.type == "math_inline":
        return Token("text", "", 0, content=f"\\({token.content.strip()}\\)")
    if token.type == "blank":
        return Token("text", "", 0, content=BLANK if token.meta["number"] else token.meta["written"].partition("|")[0])
    if token.type == "reference" and token.meta["target"].startswith(("job:", "process:")):
        return Token("text", "", 0, content=token.meta["target"].rpartition("#")[2])
    if token.type in ("reference", "footnote_ref", "task_item"):
        return Token("text", "", 0)
    return Token("text", "", 0, content=token.content.replace(BLANK, "")) if token.type == "text" else token


@dataclass(frozen=True, slots=True)
class _Reader:
    tokens: Sequence[Token]
    index: int
    source: Source

    def words(self, ranges: Iterable[Range]) -> str:
        """One block of text a line."""
        found = (self._lines(self.tokens[self.index + at]) for start, end in ranges for at in range(start, end))
        return "\n".join(line for lines in found for line in lines if line)

    def _lines(self, token: Token) -> Iterator[str]:
        if token.type == "figure":
            yield f"［图：{plain_text(token.meta['caption']) or token.meta['alt']}］"
        elif token.type == "equation":
            yield f"\\[{token.content.strip()}\\]"
        elif token.type in ("fence", "code_block"):
            yield token.content.strip()
        elif text := inline_text(token):
            yield words_of(text.children)

    def choice(self, item: Item) -> Choice:
        reason = "\n".join(filter(None, (words_of(item.reason), self.words([item.more]))))
        return Choice(words_of(item.text), item.right, reason, self.place(item.inline))

    def blanks(self, token: Token) -> Iterator[Blank]:
        text = inline_text(token)
        for child in text.children if text else ():
            if child.type == "blank" and child.meta["number"]:
                assert text is not None
                written = child.meta["written"]
                accepted = tuple(one.strip() for one in written.split("|"))
                yield Blank(accepted, quantity(written), self.source.span(*text.map.extent(*child.meta["place"])))

    def place(self, at: int) -> Span:
        """Of the first line of a text; of the question where that has none of its own."""
        text = inline_text(self.tokens[self.index + at])
        return self._first_line(text) if text and text.content.strip() and text.map.file[0] >= 0 else self.whole()

    def _first_line(self, text: InlineText) -> Span:
        line = text.content.partition("\n")[0]
        return self.source.span(*text.map.extent(0, max(len(line.rstrip()), 1)))

    def block(self, at: int) -> Span:
        """Of the first text in a block, or the whole question."""
        for here in range(self.index + at, len(self.tokens)):
            text = inline_text(self.tokens[here])
            if text and text.content.strip() and text.map.file[0] >= 0:
                return self._first_line(text)
        return self.whole()

    def whole(self) -> Span:
        opening = self.tokens[self.index]
        assert opening.map is not None
        start, _, least = opening.meta["opening"]
        return self.source.span(start, max(self.source.end_of_line(opening.map[1]), least))
