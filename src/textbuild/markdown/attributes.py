"""`{#id .class key="value"}` behind headings, images, links, captions and formulas."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from textbuild.markdown.wrapping import replace_inline

_NAME = r"[^\s{}\[\]#\"'`=<>&]{1,200}+"
_VALUE = r"(?:\"[^\"{}\n]{0,500}+\"|'[^'{}\n]{0,500}+'|[^\s\"'{}\[\]`=<>]{1,200}+)"
_KEY = r"[A-Za-z][A-Za-z0-9_-]{0,60}+"
_ITEM = re.compile(rf"#(?P<id>{_NAME})|\.(?P<class>{_NAME})|(?P<key>{_KEY})=(?P<value>{_VALUE})")
_ANY = rf"(?:[#.]{_NAME}|{_KEY}={_VALUE})"
_BLOCK = re.compile(rf"\{{:?[ \t]*+{_ANY}(?:[ \t]++{_ANY})*[ \t]*+\}}")
_KEPT = frozenset(("width", "height", "lang", "title", "align", "start"))


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands between the braces at `text[start:end]`."""

    start: int
    end: int
    id: str | None
    id_start: int
    """Offset of the id's first character."""
    classes: tuple[str, ...]
    values: tuple[tuple[str, str], ...]

    def put_on(self, token: Token) -> None:
        """Adds id, classes and harmless values to the token; never a handler, a style or another address."""
        if self.id:
            token.attrs["id"] = self.id
        if self.classes:
            token.attrJoin("class", " ".join(self.classes))
        for key, value in self.values:
            if key in _KEPT:
                token.attrs.setdefault(key, value)


def attributes_at(text: str, start: int) -> Attributes | None:
    """The attributes that begin at `text[start]`, or None if no braces in this form stand there."""
    block = _BLOCK.match(text, start) if text.startswith("{", start) else None
    if block is None:
        return None
    anchor, anchor_start = None, -1
    classes, values = [], []
    for item in _ITEM.finditer(text, block.start() + 1, block.end() - 1):
        if item["id"]:
            anchor, anchor_start = item["id"], item.start("id")
        elif item["class"]:
            classes.append(item["class"])
        else:
            values.append((item["key"].lower(), item["value"].strip("\"'")))
    return Attributes(block.start(), block.end(), anchor, anchor_start, tuple(classes), tuple(values))


def attributes_behind(text: str) -> Attributes | None:
    """The attributes that `text` ends with; white space may follow them."""
    end = len(text.rstrip(" \t"))
    start = text.rfind("{", 0, end)
    found = attributes_at(text, start) if start >= 0 else None
    return found if found and found.end == end else None


def install(md: MarkdownIt) -> None:
    """Lets attributes follow an image or a link. Their own rules are to be placed already."""
    for name in ("image", "link"):
        replace_inline(md, name, _followed)


def _followed(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    def followed(state: StateInline, silent: bool) -> bool:
        first = len(state.tokens) + bool(state.pending) if not silent else 0
        if not rule(state, silent):
            return False
        found = attributes_at(state.src, state.pos) if state.pos < state.posMax else None
        if found and found.end <= state.posMax:
            state.pos = found.end
            if not silent:
                token = state.tokens[first]
                found.put_on(token)
                token.meta["attributes_end"] = found.end
                if found.id:
                    token.meta["id_place"] = (found.id_start, found.id_start + len(found.id))
        return True

    return followed
