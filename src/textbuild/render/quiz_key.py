"""The answer to a question: in a line, with the reasons for each answer and the explanation; and for the script."""

from __future__ import annotations

from html import escape
from typing import Any

from textbuild.model.quiz import Blank, Question
from textbuild.render.numbering import letters
from textbuild.render.quiz_asked import Asked
from textbuild.render.quiz_shown import order_shown, rights_shown


def key(asked: Asked) -> str:
    words, parts, kind = asked.words, asked.parts, asked.question.kind
    html = f'<p class="tb-answer">{words.answer}{_told(asked)}</p>\n' if kind else f"<p>{words.nothing}</p>\n"
    shown = order_shown(asked.question) if kind == "order" else range(len(parts.items))
    items = [(letters(n), parts.items[row]) for n, row in enumerate(shown)]
    reasons = "".join(
        f'<li data-answer="{letter}"><b>{letter}</b> {asked.reason(item)}</li>\n'
        for letter, item in items
        if item.reason or item.more[0] < item.more[1]
    )
    html += f'<ul class="tb-reasons">\n{reasons}</ul>\n' if reasons else ""
    explanation = asked.range(parts.explanation) if parts.explanation else ""
    return html + (f'<div class="tb-explanation">\n{explanation}</div>\n' if explanation else "")


def right(question: Question) -> dict[str, Any]:
    """For the script: the letters that are right, in order where there is one, or what each blank accepts."""
    if question.blanks:
        return {"blanks": [_accepted(one) for one in question.blanks]}
    return {"right": _letters(question)}


def _accepted(blank: Blank) -> dict[str, Any]:
    found = blank.quantity
    if found is None:
        return {"accepted": blank.accepted}
    return {"value": float(found.value), "tolerance": float(found.tolerance), "unit": found.unit}


def _letters(question: Question) -> list[str]:
    if question.kind == "order":
        shown = order_shown(question)
        return [letters(shown.index(n)) for n in range(len(question.steps))]
    if question.kind == "match":
        rights = [question.pairs[row].right for row in rights_shown(question)]
        return [letters(rights.index(pair.right)) for pair in question.pairs]
    return [letters(n) for n, one in enumerate(question.choices) if one.right]


def _told(asked: Asked) -> str:
    question = asked.question
    if question.blanks:
        told = [_blank_told(one) for one in question.blanks]
        return "；".join(f"（{n}）{one}" for n, one in enumerate(told, 1)) if len(told) > 1 else told[0]
    if question.kind == "truth":
        return "".join(asked.text(item) for item in asked.parts.items if item.right)
    found = _letters(question)
    if question.kind == "match":
        return "，".join(f"{n}—{letter}" for n, letter in enumerate(found, 1))
    return (asked.words.arrow if question.kind == "order" else "、").join(found)


def _blank_told(blank: Blank) -> str:
    first, *others = blank.accepted
    return escape(f"{first}（{'、'.join(others)}）" if others else first, quote=False)
