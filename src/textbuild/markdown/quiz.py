"""Self-tests: `!!! quiz` boxes, of which each is a question, and the blanks `[[…]]` in them."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from textbuild.markdown.admonition import QUIZ
from textbuild.markdown.attributes import Attributes, attributes_at
from textbuild.markdown.inline_text import inline_text
from textbuild.markdown.quiz_parts import parts_of
from textbuild.markdown.quiz_question import Head, question_of
from textbuild.markdown.source import Source

_BLANK = re.compile(r"\[\[([^\[\]\n]{1,300}+)\]\]")
_MOST_POINTS = 100


def install(md: MarkdownIt) -> None:
    """To be installed after the constructs that a question consists of; nothing may move tokens afterwards."""
    md.inline.ruler.before("link", "blank", _blank)
    md.core.ruler.at("inline", _inline)
    md.core.ruler.push("quizzes", _make_questions)


def _blank(state: StateInline, silent: bool) -> bool:
    if not state.env.get("in_quiz") or not state.src.startswith("[[", state.pos):
        return False
    found = _BLANK.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("blank", "", 0)
        token.content = "____"
        token.meta = {"place": found.span(), "written": found[1]}
    state.pos = found.end()
    return True


def _inline(state: StateCore) -> None:
    """markdown-it's own rule, which also tells the blanks' whether it is in a question: elsewhere `[[1]]` is text."""
    inside = -1
    for token in state.tokens:
        if token.type == "admonition_open" and token.meta["kind"] == QUIZ and inside < 0:
            inside = token.level
        elif token.type == "admonition_close" and token.level == inside:
            inside = -1
        elif token.type == "inline":
            token.children = token.children or []
            state.env["in_quiz"] = inside >= 0
            state.md.inline.parse(token.content, state.md, state.env, token.children)
    state.env["in_quiz"] = False


def _make_questions(state: StateCore) -> None:
    """Makes `quiz_open`, `quiz_close` of the boxes. A box within a question stays a box."""
    tokens, source = state.tokens, state.env["source"]
    number, index = 0, 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "admonition_open" and token.meta["kind"] == QUIZ:
            number += 1
            index = _make_question(tokens, index, number, source)
        index += 1


def _make_question(tokens: list[Token], index: int, number: int, source: Source) -> int:
    """Returns the index of the closing token."""
    token = tokens[index]
    parts = parts_of(tokens, index)
    found, unreadable = _attributes(token, source)
    anchor = (found.id if found else None) or f"quiz-{number}"
    asked = range(index + 1, index + (parts.explanation[0] if parts.explanation else parts.end))
    _number_blanks(tokens, range(index + 1, index + parts.end), asked, anchor)
    for end in (index, index + parts.end):
        tokens[end].type = tokens[end].type.replace("admonition", "quiz")
    token.meta["id"] = anchor
    token.meta["extent"] = (token.meta["opening"][0], token.meta["opening"][2])
    if found and found.id:
        token.meta["id_extent"] = (found.id_start, found.id_start + len(found.id))
    token.meta["parts"] = parts
    head = Head(number, anchor, _points(found) or 1, unreadable)
    token.meta["question"] = question_of(tokens, index, parts, head, source)
    return index + parts.end


def _attributes(token: Token, source: Source) -> tuple[Attributes | None, str | None]:
    """The attributes, and the text of those that can not be read."""
    _, start, end = token.meta["opening"]
    if start < 0:
        return None, None
    found = attributes_at(source.text, start)
    written = source.text[start:end].strip()
    readable = found and all(name == "points" for name, _ in found.values) and not found.classes
    if found is None or not readable or (found.values and _points(found) is None):
        return found, written
    return found, None


def _points(found: Attributes | None) -> float | None:
    text = dict(found.values).get("points", "") if found else ""
    points = float(text) if re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", text) else 0
    return points if 0 < points <= _MOST_POINTS else None


def _number_blanks(tokens: list[Token], whole: range, asked: range, anchor: str) -> None:
    """Blanks are filled in above the explanation; one in it, whose number is 0, only shows the model answer."""
    count = 0
    for at in whole:
        text = inline_text(tokens[at])
        for token in text.children if text else ():
            if token.type == "blank":
                count += at in asked
                token.meta |= {"number": count if at in asked else 0, "question": anchor}
