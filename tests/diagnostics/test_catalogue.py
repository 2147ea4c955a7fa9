"""The Chinese catalogue says everything that the source says, with the same values."""

from __future__ import annotations

import pytest
from babel.messages.pofile import read_po

from textbuild.diagnostics import msg
from textbuild.diagnostics.translate import language_for, translator

from .catalogue import SOURCE, placeholders, templates

CATALOGUE = SOURCE / "diagnostics" / "locale" / "zh_CN" / "LC_MESSAGES" / "textbuild.po"


def translations() -> dict[str, str]:
    with CATALOGUE.open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file, abort_invalid=True) if entry.id}


def test_every_text_is_translated() -> None:
    known = translations()
    missing = {text: place for text, place in templates().items() if not known.get(text)}
    assert not missing, "add these to textbuild.po:\n" + "\n".join(f"# {missing[text]}\n{text}" for text in missing)


def test_no_translation_is_left_over() -> None:
    assert translations().keys() - templates().keys() == set()


def test_translations_take_the_same_values() -> None:
    told = {text for text, place in templates().items() if ":" in place}  # docstrings are shown as they are
    wrong = [text for text, chinese in translations().items() if text in told and _differ(text, chinese)]
    assert wrong == []


def _differ(text: str, chinese: str) -> bool:
    return placeholders(text) != placeholders(chinese)


def test_a_message_is_shown_in_chinese() -> None:
    message = msg("{edition} was replaced on {day} by {successors}", edition="甲", day="2026-07-01", successors="乙")
    assert translator("zh")(message) == "甲 已于 2026-07-01 被 乙 代替"
    assert translator("en")(message) == "甲 was replaced on 2026-07-01 by 乙"


def test_a_value_that_is_a_message_is_translated_too() -> None:
    message = msg("help: {help}", help=msg("delete it"))
    assert translator("zh")(message) == "办法：请删去"


def test_braces_in_values_stay_as_they_are() -> None:
    assert translator("zh")(msg("active content: {what}", what="{0} {help}")) == "含有会执行的内容：{0} {help}"


@pytest.mark.parametrize(
    ("wanted", "environ", "language"),
    [
        ("en", {"TEXTBUILD_LANG": "zh"}, "en"),
        (None, {"TEXTBUILD_LANG": "zh", "LANG": "de_DE.UTF-8"}, "zh"),
        (None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "zh_TW.UTF-8", "LANG": "C"}, "zh"),
        (None, {"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        (None, {}, "en"),
        ("zh-CN", {}, "zh"),
    ],
)
def test_the_language_is_the_first_one_named(wanted: str | None, environ: dict[str, str], language: str) -> None:
    assert language_for(wanted, environ) == language
