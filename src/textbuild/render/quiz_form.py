"""A question on a screen: a form that is whole without its script, which only adds the judging."""

from __future__ import annotations

import json
from html import escape

from textbuild.render.numbering import letters
from textbuild.render.quiz_asked import Asked
from textbuild.render.quiz_basis import ending, unscored
from textbuild.render.quiz_key import key, right
from textbuild.render.quiz_shown import order_shown, rights_shown


def form(asked: Asked) -> str:
    name, question, words = escape(asked.name), asked.question, asked.words
    note, ends = unscored(question, asked.page), ending(question, asked.page)
    data = f' data-kind="{question.kind or ""}" data-question="{question.digest}" data-points="{question.points:g}"'
    data += " data-unscored" if note else ""
    data += f' data-ends="{ends}" data-ended="{escape(words.ended.format(day=ends))}"' if ends else ""
    answers = escape(json.dumps(right(question), ensure_ascii=False, separators=(",", ":")))
    return (
        f'<div class="tb-quiz" id="{name}"{data}>\n<form action="#{name}">\n<fieldset>\n'
        f"<legend>{asked.head()}</legend>\n{note}{asked.stem()}{_fields(asked)}</fieldset>\n</form>\n"
        f'<details class="tb-key" data-key="{answers}">\n<summary>{words.key}</summary>\n{key(asked)}</details>\n'
        "</div>\n"
    )


def _fields(asked: Asked) -> str:
    kind = asked.question.kind
    if kind in ("single", "multiple", "truth"):
        options = "".join(_option(asked, n) for n in range(len(asked.parts.items)))
        return f'<ul class="tb-options">\n{options}</ul>\n'
    if kind == "order":
        steps = "".join(_step(asked, n, row) for n, row in enumerate(order_shown(asked.question)))
        return f'<ol class="tb-steps">\n{steps}</ol>\n'
    return _pairs(asked) if kind == "match" else ""


def _option(asked: Asked, n: int) -> str:
    letter = letters(n)
    type_ = "checkbox" if asked.question.kind == "multiple" else "radio"
    return (
        f'<li data-answer="{letter}"><label><input type="{type_}" name="{escape(asked.name)}" value="{letter}"> '
        f"<span>{asked.lettered(letter)}{asked.text(asked.parts.items[n])}</span></label></li>\n"
    )


def _step(asked: Asked, n: int, row: int) -> str:
    letter = letters(n)
    places = "".join(f"<option>{place}</option>" for place in range(1, len(asked.parts.items) + 1))
    select = _select(asked, letter, asked.words.step.format(letter=letter), places)
    text = f"<span>{asked.lettered(letter)}{asked.text(asked.parts.items[row])}</span>"
    return f'<li data-answer="{letter}">{text} {select}</li>\n'


def _pairs(asked: Asked) -> str:
    rows, pairs, shown = asked.parts.rows, asked.question.pairs, rights_shown(asked.question)
    options = "".join(
        f'<option value="{letters(n)}">{letters(n)}. {escape(pairs[row].right, quote=False)}</option>'
        for n, row in enumerate(shown)
    )
    told = "".join(f"<li>{asked.lettered(letters(n))}{asked.text(rows[row][1])}</li>\n" for n, row in enumerate(shown))
    lefts = "".join(
        f"<li><span>{asked.text(left)}</span> "
        f"{_select(asked, str(n), asked.words.belongs.format(text=pairs[n].left), options)}</li>\n"
        for n, (left, _) in enumerate(rows)
    )
    heads = " — ".join(map(asked.text, asked.parts.heads))
    return (
        f'<p class="tb-heads">{heads}</p>\n<ul class="tb-rights">\n{told}</ul>\n<ol class="tb-pairs">\n{lefts}</ol>\n'
    )


def _select(asked: Asked, name: str, label: str, options: str) -> str:
    return (
        f'<select name="{escape(asked.name)}-{name}" aria-label="{escape(label)}">'
        f'<option value="">{asked.words.choose}</option>{options}</select>'
    )
