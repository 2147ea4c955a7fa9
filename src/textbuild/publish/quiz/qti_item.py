"""One question as an item of QTI 3.0: https://www.imsglobal.org/spec/qti/v3p0/impl."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from textbuild.model.quiz import BLANK, Blank, Question
from textbuild.publish.quiz.text import explanation_of, stem_of
from textbuild.render import MathmlFormulas
from textbuild.render.numbering import letters
from textbuild.render.quiz_shown import order_shown, rights_shown

ITEM = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
_FORMULA = re.compile(r"\\\((?P<inline>.+?)\\\)|\\\[(?P<display>.+?)\\\]", re.DOTALL)
_FORMULAS = MathmlFormulas()
_EXPLANATION = "EXPLANATION"
"""Name of the feedback with the explanation; those with the reasons have the letters of the answers."""


_NONE = (
    '<qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">0</qti-base-value>'
    "</qti-set-outcome-value>\n"
)


def item(name: str, title: str, question: Question) -> str:
    """The XML. An answer that is right in all its parts has the points of the question, any other none."""
    declared = _of_blanks(question) if question.blanks else [_declared(question)]
    feedback = _feedback(question)
    outcomes = (
        '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float">\n'
        "<qti-default-value><qti-value>0</qti-value></qti-default-value>\n</qti-outcome-declaration>\n"
        '<qti-outcome-declaration identifier="MAXSCORE" cardinality="single" base-type="float">\n'
        f"<qti-default-value><qti-value>{question.points:g}</qti-value></qti-default-value>\n"
        "</qti-outcome-declaration>\n"
        '<qti-outcome-declaration identifier="FEEDBACK" cardinality="multiple" base-type="identifier"/>\n'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<qti-assessment-item xmlns="{ITEM}" identifier="{name}" title={quoteattr(" ".join(title.split()))}'
        ' adaptive="false" time-dependent="false" xml:lang="zh-CN">\n'
        f"{''.join(declared)}{outcomes}<qti-item-body>\n{_body(question)}</qti-item-body>\n"
        f"{_processing(question)}{feedback}</qti-assessment-item>\n"
    )


def xhtml(text: str) -> str:
    """Text with its formulas as MathML, and its lines parted by breaks."""
    parts, end = [], 0
    for found in _FORMULA.finditer(text):
        parts.append(escape(text[end : found.start()]).replace("\n", "<br/>"))
        parts.append(_FORMULAS.draw(found["inline"] or found["display"], found["display"] is not None))
        end = found.end()
    return "".join(parts) + escape(text[end:]).replace("\n", "<br/>")


def _declaration(name: str, cardinality: str, type_: str, values: Iterable[str]) -> str:
    right = "".join(f"<qti-value>{escape(value)}</qti-value>" for value in values)
    return (
        f'<qti-response-declaration identifier="{name}" cardinality="{cardinality}" base-type="{type_}">\n'
        f"<qti-correct-response>{right}</qti-correct-response>\n</qti-response-declaration>\n"
    )


def _declared(question: Question) -> str:
    if question.kind == "order":
        shown = order_shown(question)
        return _declaration(
            "RESPONSE", "ordered", "identifier", (letters(shown.index(n)) for n in range(len(question.steps)))
        )
    if question.kind == "match":
        return _declaration("RESPONSE", "multiple", "directedPair", _pairs(question))
    right = [letters(n) for n, one in enumerate(question.choices) if one.right]
    return _declaration("RESPONSE", "multiple" if question.kind == "multiple" else "single", "identifier", right)


def _pairs(question: Question) -> list[str]:
    rights = [question.pairs[row].right for row in rights_shown(question)]
    return [f"L{n} R{letters(rights.index(pair.right))}" for n, pair in enumerate(question.pairs, 1)]


def _of_blanks(question: Question) -> list[str]:
    return [
        _declaration(f"RESPONSE{n}", "single", "float", [f"{one.quantity.value:f}"])
        if one.quantity
        else _declaration(f"RESPONSE{n}", "single", "string", one.accepted[:1])
        for n, one in enumerate(question.blanks, 1)
    ]


def _body(question: Question) -> str:
    if question.blanks:
        return f"<p>{_filled(question)}</p>\n"
    stem = f"<p>{xhtml(stem_of(question))}</p>\n"
    if question.kind == "order":
        steps = "".join(
            f'<qti-simple-choice identifier="{letters(n)}">{xhtml(question.steps[row].text)}</qti-simple-choice>\n'
            for n, row in enumerate(order_shown(question))
        )
        return f'{stem}<qti-order-interaction response-identifier="RESPONSE">\n{steps}</qti-order-interaction>\n'
    if question.kind == "match":
        return stem + _matching(question)
    most = 0 if question.kind == "multiple" else 1
    choices = "".join(
        f'<qti-simple-choice identifier="{letters(n)}">{xhtml(one.text)}</qti-simple-choice>\n'
        for n, one in enumerate(question.choices)
    )
    return (
        f'{stem}<qti-choice-interaction response-identifier="RESPONSE" max-choices="{most}">\n'
        f"{choices}</qti-choice-interaction>\n"
    )


def _filled(question: Question) -> str:
    first, *pieces = question.stem.split(BLANK)
    parts = [xhtml(first)]
    for n, (piece, blank) in enumerate(zip(pieces, question.blanks, strict=False), 1):
        length = 10 if blank.quantity else max(10, *map(len, blank.accepted))
        parts.append(f'<qti-text-entry-interaction response-identifier="RESPONSE{n}" expected-length="{length}"/>')
        parts.append(f" {xhtml(blank.quantity.unit)}" if blank.quantity else "")
        parts.append(xhtml(piece))
    return "".join(parts)


def _matching(question: Question) -> str:
    rows = len(question.pairs)
    lefts = "".join(_associable(f"L{n}", 1, one.left) for n, one in enumerate(question.pairs, 1))
    rights = "".join(
        _associable(f"R{letters(n)}", rows, question.pairs[row].right) for n, row in enumerate(rights_shown(question))
    )
    return (
        f'<qti-match-interaction response-identifier="RESPONSE" max-associations="{rows}">\n'
        f"<qti-simple-match-set>\n{lefts}</qti-simple-match-set>\n"
        f"<qti-simple-match-set>\n{rights}</qti-simple-match-set>\n</qti-match-interaction>\n"
    )


def _associable(name: str, most: int, text: str) -> str:
    return (
        f'<qti-simple-associable-choice identifier="{name}" match-max="{most}">{xhtml(text)}'
        "</qti-simple-associable-choice>\n"
    )


def _processing(question: Question) -> str:
    tests = [_is_right(n, one) for n, one in enumerate(question.blanks, 1)] or [
        '<qti-match><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match>\n'
    ]
    test = tests[0] if len(tests) == 1 else f"<qti-and>\n{''.join(tests)}</qti-and>\n"
    chosen = '<qti-variable identifier="RESPONSE"/>' if question.choices else ""
    return (
        "<qti-response-processing>\n"
        f'<qti-set-outcome-value identifier="FEEDBACK"><qti-multiple>{chosen}'
        f'<qti-base-value base-type="identifier">{_EXPLANATION}</qti-base-value></qti-multiple>'
        "</qti-set-outcome-value>\n"
        f"<qti-response-condition>{_unless_empty(question)}{test}"
        '<qti-set-outcome-value identifier="SCORE"><qti-variable identifier="MAXSCORE"/></qti-set-outcome-value>\n'
        f"</qti-response-{'else-' if _numbers(question) else ''}if><qti-response-else>\n{_NONE}"
        "</qti-response-else></qti-response-condition>\n</qti-response-processing>\n"
    )


def _numbers(question: Question) -> list[str]:
    """Names of the responses that are numbers."""
    return [f"RESPONSE{n}" for n, one in enumerate(question.blanks, 1) if one.quantity]


def _unless_empty(question: Question) -> str:
    """The condition's beginning. A number that is not given has no points, and is not compared: players fail at it."""
    empty = "".join(f'<qti-is-null><qti-variable identifier="{one}"/></qti-is-null>' for one in _numbers(question))
    if not empty:
        return "<qti-response-if>\n"
    return f"<qti-response-if>\n<qti-or>{empty}</qti-or>\n{_NONE}</qti-response-if><qti-response-else-if>\n"


def _is_right(n: int, blank: Blank) -> str:
    variable = f'<qti-variable identifier="RESPONSE{n}"/>'
    if blank.quantity:
        room = f"{blank.quantity.tolerance:f}"
        right = f'<qti-correct identifier="RESPONSE{n}"/>'
        return f'<qti-equal tolerance-mode="absolute" tolerance="{room} {room}">{variable}{right}</qti-equal>\n'
    texts = [
        f'<qti-string-match case-sensitive="false">{variable}'
        f'<qti-base-value base-type="string">{escape(text)}</qti-base-value></qti-string-match>\n'
        for text in blank.accepted
    ]
    return texts[0] if len(texts) == 1 else f"<qti-or>\n{''.join(texts)}</qti-or>\n"


def _feedback(question: Question) -> str:
    told = [(letters(n), one.reason) for n, one in enumerate(question.choices) if one.reason]
    told += [(_EXPLANATION, explanation_of(question))] if question.explanation else []
    return "".join(
        f'<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="{name}" show-hide="show">\n'
        f"<qti-content-body><p>{xhtml(text)}</p></qti-content-body>\n</qti-modal-feedback>\n"
        for name, text in told
    )
