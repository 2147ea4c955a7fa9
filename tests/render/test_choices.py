from __future__ import annotations

import pytest

from textbuild.markdown import parse
from textbuild.render.choices import is_choices


def choices(text: str) -> bool:
    return is_choices(parse(text, "a.md").tokens, 0)


@pytest.mark.parametrize("text", ["- A. 47 s\n- B. 95 s\n- C. 134 s\n", "- A．可以\n- B．不可以\n"])
def test_lettered_answers_are_choices(text: str) -> None:
    assert choices(text)


@pytest.mark.parametrize(
    "text", ["- A. 一项\n", "- 甲\n- 乙\n", "- A. 先\n- C. 后\n", "- A. 先\n- 后\n", "- \n- B. 后\n"]
)
def test_other_lists_are_not(text: str) -> None:
    assert not choices(text)


def test_lists_inside_an_item_do_not_count() -> None:
    assert choices("- A. 先\n    - 甲\n    - 乙\n- B. 后\n")
