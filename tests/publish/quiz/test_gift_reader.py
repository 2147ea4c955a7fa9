"""GIFT as the npm `gift-pegjs` reads it, a grammar that is not ours: what comes out is what went in."""

from __future__ import annotations

import json
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DAY, WriteLibrary
from textbuild.link.library import link_library
from textbuild.load.library import load_library
from textbuild.publish.quiz import Selection, selected
from textbuild.publish.quiz.gift import render

REPOSITORY = Path(__file__).parents[3]
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(
    not (NODE and (REPOSITORY / "node_modules/gift-pegjs").is_dir()), reason="needs node and `npm ci`"
)
_READ = (
    'const { parse } = require("gift-pegjs");'
    'process.stdout.write(JSON.stringify(parse(require("fs").readFileSync(0, "utf8"))));'
)


def read(selection: Selection) -> list[dict[str, Any]]:
    """The questions; the first thing in the file is their category."""
    done = subprocess.run(
        [NODE or "", "-e", _READ], cwd=REPOSITORY, input=render(selection), capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    category, *questions = json.loads(done.stdout)
    assert category["type"] == "Category"
    return list(questions)


def text(found: dict[str, str] | None) -> str:
    return unescape(found["text"]).replace("<br>", "\n") if found else ""


def test_every_kind_comes_back_whole(selection: Selection) -> None:
    single, multiple, truth, words, number, order, match = read(selection)
    assert [text(one["stem"]) for one in (single, multiple)] == [
        r"若 \(R_{0} = 5\)，取 a:b ~ c # d \ e，可以吗？",
        "选出所有正确的项。",
    ]
    assert [(one["isCorrect"], text(one["text"]), text(one["feedback"])) for one in single["choices"]] == [
        (False, "可以 = {是}", "没有 验电。"),
        (True, "不可以 < 1", ""),
    ]
    assert text(single["globalFeedback"]) == r"读数才是证据：\(x_{1}\)。"
    assert [(one["weight"], text(one["text"])) for one in multiple["choices"]] == [(50, "甲"), (-100, "乙"), (50, "丙")]
    assert (truth["isTrue"], text(truth["globalFeedback"])) == (False, "反了。")
    assert [text(one["text"]) for one in words["choices"]] == ["绝缘电阻", "R=U/I"]
    assert number["choices"] == {"type": "range", "number": 134, "range": 2}
    assert [one["subanswer"] for one in order["matchPairs"]] == ["断开", "放电", "验电"]
    assert [(text(one["subquestion"]), one["subanswer"]) for one in match["matchPairs"]] == [
        ("电压", "V"),
        ("电流", "A"),
        ("电动势", "V"),
    ]


@pytest.mark.parametrize(
    "words",
    ["甲 -> 乙", "=1 ~2", "// 不是注释", "::题::", "{#1:2}", "%50%", "[html]x", "$CATEGORY: a", "\\n", "a####b"],
)
def test_what_looks_like_a_sign_of_gift_stays_text(write_library: WriteLibrary, words: str) -> None:
    written = words.replace("\\", "\\\\").replace("[", "\\[").replace("$", "\\$").replace("~", "\\~")
    module = f"---\ntitle: 题\nbasis: [GB 38031]\n---\n\n!!! quiz\n\n    问 {written}\n\n    - [x] 答 {written}\n    - [ ] 错\n      因\n"
    [book] = link_library(load_library(write_library({"books/ev/1-1.md": module}))[0], DAY).books
    [question] = read(selected(book))
    assert text(question["stem"]) == f"问 {words}"
    assert text(question["choices"][0]["text"]) == f"答 {words}"
