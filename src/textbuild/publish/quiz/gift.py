"""GIFT, the text form in which Moodle takes questions: https://docs.moodle.org/en/GIFT_format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from textbuild.model.quiz import BLANK, Blank, Choice, Question
from textbuild.publish.quiz.selection import Selection
from textbuild.publish.quiz.text import explanation_of, name_of, stem_of

_SPECIAL = re.compile(r"[\\~=#{}:]")


def render(selection: Selection) -> bytes:
    """All questions, in a category a module. What GIFT has no form for takes another: steps to order are matched."""
    blocks = [f"// {_line(selection.title)}"]
    for module, questions in selection.by_module():
        blocks.append(f"$CATEGORY: $course$/{_category(selection.title)}/{_category(module.title)}")
        blocks += [block for question in questions for block in _question(module.title, question)]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    """Text in which nothing is a sign of GIFT; line breaks are written as `\\n`."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text).replace("\n", "\\n")


def _html(text: str) -> str:
    """Text of a question or an answer, which Moodle is told to take as HTML: it may hold `<` and formulas."""
    return escaped(escape(text, quote=False).replace("\n", "<br>"))


def _question(module: str, question: Question) -> Iterator[str]:
    title = f"{module} {name_of(question)}"
    general = f"####{_html(explanation_of(question))}" if question.explanation else ""
    if question.blanks:
        yield from _blanks(title, question, general)
        return
    head = f"::{escaped(_line(title))}::[html]{_html(stem_of(question))} "
    if question.kind == "truth":
        yield f"{head}{{{_truth(question.choices)}{general}}}"
    elif question.kind == "order":
        pairs = [(f"第 {n} 步", one.text) for n, one in enumerate(question.steps, 1)]
        yield _block(head, [f"={_html(place)} -> {_html(text)}" for place, text in pairs], general)
    elif question.kind == "match":
        yield _block(head, [f"={_html(one.left)} -> {_html(one.right)}" for one in question.pairs], general)
    else:
        yield _block(head, _choices(question), general)


def _block(head: str, answers: Sequence[str], general: str) -> str:
    lines = "".join(f"\n\t{answer}" for answer in answers)
    return f"{head}{{{lines}{f'{chr(10)}{chr(9)}{general}' if general else ''}\n}}"


def _choices(question: Question) -> list[str]:
    """One right answer is `=`; of several each has its share, and a wrong one takes all of it away."""
    right = sum(one.right for one in question.choices)
    share = f"%{100 / right:.5f}".rstrip("0").rstrip(".") + "%"

    def mark(choice: Choice) -> str:
        if question.kind == "single":
            return "=" if choice.right else "~"
        return f"~{share}" if choice.right else "~%-100%"

    return [f"{mark(one)}{_html(one.text)}{f'#{_html(one.reason)}' if one.reason else ''}" for one in question.choices]


def _truth(choices: Sequence[Choice]) -> str:
    is_true = any(one.right and one.text.strip() == "对" for one in choices)
    wrong = next((one.reason for one in choices if not one.right), "")
    return ("TRUE" if is_true else "FALSE") + (f"#{_html(wrong)}" if wrong else "")


def _blanks(title: str, question: Question, general: str) -> Iterator[str]:
    """A question a blank: GIFT has room for one. The others are shown as lines."""
    pieces = question.stem.split(BLANK)
    for n, blank in enumerate(question.blanks):
        name = f"{title} 第 {n + 1} 空" if len(question.blanks) > 1 else title
        before = "____".join(pieces[: n + 1])
        after = (f" {blank.quantity.unit}" if blank.quantity else "") + "____".join(pieces[n + 1 :])
        head = f"::{escaped(_line(name))}::[html]{_html(before)}____{_html(after)} "
        yield f"{head}{{{_accepted(blank)}{general}}}"


def _accepted(blank: Blank) -> str:
    found = blank.quantity
    if found is None:
        return " ".join(f"={escaped(one)}" for one in blank.accepted)
    return f"#{found.value:f}:{found.tolerance:f}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _category(title: str) -> str:
    """A slash parts categories; two of them are one in a name."""
    return _line(title).replace("/", "//")
