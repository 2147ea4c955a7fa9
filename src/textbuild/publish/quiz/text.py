"""The texts of questions, in pieces that each format writes in its own way."""

from __future__ import annotations

import re

from textbuild.model.quiz import Question

_EXPLANATION = re.compile(r"\A解析[ \t]*[：:][ \t]*")


def explanation_of(question: Question) -> str:
    """Without the word 解析, which the program that shows it says itself."""
    return _EXPLANATION.sub("", question.explanation)


def name_of(question: Question) -> str:
    return f"自测 {question.number}"
