"""GIFT, read back by the rules of its manual: what comes out is what went in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from textbuild.publish.quiz import Selection
from textbuild.publish.quiz.gift import escaped, render

_TOKEN = re.compile(r"\\(.)", re.DOTALL)


@dataclass
class Read:
    """A question as a program reads it."""

    name: str
    text: str
    answers: list[tuple[str, str, str]] = field(default_factory=list)
    """(sign with weight, text, feedback)"""
    general: str = ""
    plain: str = ""
    """What stands between the braces where it is no list."""


def hidden(text: str) -> str:
    """Each escaped sign as one private character, as Moodle does, so that only signs of GIFT are left."""
    return _TOKEN.sub(lambda found: chr(0xE000 + ord(found[1])), text)


def shown(text: str) -> str:
    text = re.sub(
        "[\ue000-\ue0ff]", lambda found: chr(ord(found[0]) - 0xE000), text.replace(chr(0xE000 + ord("n")), "\n")
    )
    return unescape(text.strip()).replace("<br>", "\n")


def read(content: bytes) -> list[Read]:
    found = []
    for block in hidden(content.decode()).split("\n\n"):
        if match := re.fullmatch(r"::(.*?)::(?:\[html\])?(.*?) \{(.*)\}\s*", block, re.DOTALL):
            name, text, inside = match.groups()
            inside, _, general = inside.partition("####")
            question = Read(shown(name), shown(text), general=shown(general), plain=shown(inside))
            for sign, answer in re.findall(r"([=~](?:%-?[\d.]+%)?)([^=~]*)", inside):
                words, _, feedback = answer.partition("#")
                question.answers.append((sign, shown(words), shown(feedback)))
            found.append(question)
    return found


@given(st.text(st.characters(blacklist_categories=["Cs", "Co"], blacklist_characters="\r"), max_size=80))
def test_any_text_survives(text: str) -> None:
    assert shown(hidden(escaped(text))) == unescape(text.strip()).replace("<br>", "\n")


def test_single_choice_comes_back_with_its_reasons(selection: Selection) -> None:
    [one, *_] = read(render(selection))
    assert one.name == "检测 = 测量 {1} 自测 1"
    assert one.text == r"若 \(R_{0} = 5\)，取 a:b ~ c # d \ e，可以吗？"
    assert one.answers == [("~", "可以 = {是}", "没有 验电。"), ("=", "不可以 < 1", "")]
    assert one.general == r"读数才是证据：\(x_{1}\)。"


def test_each_right_answer_of_several_has_its_share(selection: Selection) -> None:
    assert read(render(selection))[1].answers == [("~%50%", "甲", ""), ("~%-100%", "乙", "错。"), ("~%50%", "丙", "")]


def test_true_or_false(selection: Selection) -> None:
    found = read(render(selection))[2]
    assert (found.plain, found.general) == ("FALSE", "反了。")


def test_each_blank_is_a_question(selection: Selection) -> None:
    words, number = read(render(selection))[3:5]
    assert words.text == "测____，用 ____。"
    assert words.answers[0] == ("=", "绝缘电阻", "")
    assert words.answers[1] == ("=", "R=U/I", "")
    assert number.text == "测____，用 ____ s。"
    assert number.plain == "#134:2"


def test_order_and_match_are_pairs(selection: Selection) -> None:
    order, match = read(render(selection))[5:]
    assert [text for _, text, _ in order.answers] == ["第 1 步 -> 断开", "第 2 步 -> 放电", "第 3 步 -> 验电"]
    assert [text for _, text, _ in match.answers] == ["电压 -> V", "电流 -> A", "电动势 -> V"]


def test_a_question_that_is_not_scored_is_left_out(selection: Selection) -> None:
    assert [question.number for _, question in selection.left_out] == [7]
    assert "旧标准" not in render(selection).decode()
