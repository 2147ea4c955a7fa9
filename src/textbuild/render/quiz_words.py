"""The words around a question of a self-test; which of the two a book has is told by `Words.question`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from textbuild.model.quiz import QuestionKind


@dataclass(frozen=True, slots=True)
class QuizWords:
    kinds: Mapping[QuestionKind, str]
    points: str
    key: str
    answer: str
    see_answer: str
    nothing: str
    blank: str
    step: str
    belongs: str
    choose: str
    sequence: str
    arrow: str
    unscored: str
    ended: str


CHINESE = QuizWords(
    kinds=MappingProxyType(
        {
            "single": "单选题", "multiple": "多选题", "truth": "判断题", "fill": "填空题",
            "calculation": "计算题", "order": "排序题", "match": "连线题",
        }
    ),
    points="{n} 分",
    key="答案与解析",
    answer="答案：",
    see_answer="答案",
    nothing="这道题没有答案。",
    blank="第 {n} 空",
    step="{letter} 是第几步",
    belongs="“{text}”对应",
    choose="请选择",
    sequence="顺序：",
    arrow=" → ",
    unscored="本题不计分：依据 {edition} {verdict}。请按现行标准核对后再作答。",
    ended="本题不计分：所依据的标准在 {day} 以后不再有效。请按现行标准核对后再作答。",
)  # fmt: skip

ENGLISH = QuizWords(
    kinds=MappingProxyType(
        {
            "single": "single choice", "multiple": "multiple choice", "truth": "true or false", "fill": "fill in",
            "calculation": "calculation", "order": "put into order", "match": "match",
        }
    ),
    points="{n} points",
    key="Answer and reasons",
    answer="Answer: ",
    see_answer="answer",
    nothing="This question has no answer.",
    blank="blank {n}",
    step="position of {letter}",
    belongs="“{text}” belongs to",
    choose="choose",
    sequence="Order: ",
    arrow=" → ",
    unscored="This question is not scored: {edition}, its basis, {verdict}. Check it against the standard in force.",
    ended="This question is not scored: its basis is in force no longer since {day}. Check it anew.",
)  # fmt: skip
