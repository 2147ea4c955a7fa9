"""A question on paper: marks to tick, lines to write on, and the way to its answer."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from textbuild.render.footnote import mark_name
from textbuild.render.numbering import letters
from textbuild.render.quiz_asked import Asked
from textbuild.render.quiz_basis import unscored
from textbuild.render.quiz_shown import order_shown, rights_shown

_LINE = '<span class="tb-gap">　　</span>'


def on_paper(asked: Asked) -> str:
    href = escape(f"{asked.page.addresses.answers}#{answer_anchor(asked)}")
    link = f' <a class="tb-see-answer" href="{href}">{asked.words.see_answer}</a>'
    return (
        f'<div class="tb-quiz" id="{escape(asked.name)}">\n<p class="tb-quiz-head">{asked.head()}{link}</p>\n'
        f"{unscored(asked.question, asked.page)}{asked.stem()}{_marks(asked)}{_room(asked)}{_ways_back(asked)}</div>\n"
    )


def _room(asked: Asked) -> str:
    """Where a workbook rules lines to work on; in other books it takes no room."""
    if asked.page.medium != "print" or asked.question.kind not in ("calculation", None):
        return ""
    return '<div class="tb-room"></div>\n'


def answer_anchor(asked: Asked) -> str:
    """The id of the answer to a question. On a page with those of all modules it begins with the module's file."""
    shared = asked.page.addresses.answers and not asked.page.prefix
    module = asked.page.addresses.module(asked.page.path, None).partition(".")[0] if shared else ""
    return f"{module}.{asked.name}.answer" if module else f"{asked.name}.answer"


def _ways_back(asked: Asked) -> str:
    """Notes whose marks stand in the answer, in another file, lead back to the question."""
    if not asked.page.addresses.answers:
        return ""
    parts = asked.parts
    ranges = [item.more for item in parts.items] + ([parts.explanation] if parts.explanation else [])
    blocks = (asked.tokens[asked.index + at] for start, end in ranges for at in range(start, end))
    marks = [child for block in blocks for child in block.children or ()]
    marks += [token for item in parts.items for token in item.reason]
    names = (escape(mark_name(one, asked.page)) for one in marks if one.type == "footnote_ref")
    return "".join(f'<span id="{name}"></span>' for name in names)


def _marks(asked: Asked) -> str:
    kind, items = asked.question.kind, asked.parts.items
    if kind in ("single", "multiple", "truth"):
        mark = "□" if kind == "multiple" else "○"
        return _list((mark, asked.lettered(letters(n)) + asked.text(item)) for n, item in enumerate(items))
    if kind == "order":
        steps = _list((f"{letters(n)}.", asked.text(items[row])) for n, row in enumerate(order_shown(asked.question)))
        lines = asked.words.arrow.join(_LINE for _ in items)
        return f'{steps}<p class="tb-sequence">{asked.words.sequence}{lines}</p>\n'
    return _columns(asked) if kind == "match" else ""


def _list(entries: Iterable[tuple[str, str]]) -> str:
    items = "".join(f'<li><span class="tb-mark">{mark}</span> {text}</li>\n' for mark, text in entries)
    return f'<ul class="tb-options">\n{items}</ul>\n'


def _columns(asked: Asked) -> str:
    parts = asked.parts
    lefts = [asked.text(left) for left, _ in parts.rows]
    rights = [
        f"{letters(n)}. {asked.text(parts.rows[row][1])}" for n, row in enumerate(rights_shown(asked.question))
    ] + [""] * len(lefts)
    head = "".join(f'<th scope="col">{asked.text(one)}</th>' for one in parts.heads)
    rows = "".join(
        f"<tr><td>{n}. {left} {_LINE}</td><td>{right}</td></tr>\n"
        for n, (left, right) in enumerate(zip(lefts, rights, strict=False), 1)
    )
    return (
        f'<div class="tb-table">\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n'
    )
