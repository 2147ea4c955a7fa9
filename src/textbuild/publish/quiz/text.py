"""The texts of questions, in pieces that each format writes in its own way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from textbuild.model.quiz import Question, QuestionKind

_EXPLANATION = re.compile(r"\A解析[ \t]*[：:][ \t]*")
_ASKED: Mapping[QuestionKind, str] = MappingProxyType(
    {
        "single": "选出正确的一项。",
        "multiple": "选出所有正确的项。",
        "truth": "下面的说法对吗？",
        "order": "按正确的次序排列。",
        "match": "把左右两列配成对。",
    }
)


def explanation_of(question: Question) -> str:
    """Without the word 解析, which the program that shows it says itself."""
    return _EXPLANATION.sub("", question.explanation)


def stem_of(question: Question) -> str:
    """What is asked; where the author wrote nothing above the answers, what is to be done: no format takes nothing."""
    return question.stem or (_ASKED.get(question.kind, "") if question.kind else "")


def name_of(question: Question) -> str:
    return f"自测 {question.number}"
