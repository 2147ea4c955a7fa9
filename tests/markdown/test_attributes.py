"""`{#id .class key=value}`."""

from __future__ import annotations

import pytest
from markdown_it.token import Token

from textbuild.markdown.attributes import attributes_at, attributes_behind


def test_id_classes_and_values() -> None:
    found = attributes_at('字{#fig-图.1 .a .b-c width=50% title="甲 乙"}尾', 1)
    assert found is not None
    assert (found.id, found.id_start, found.classes) == ("fig-图.1", 3, ("a", "b-c"))
    assert found.values == (("width", "50%"), ("title", "甲 乙"))


@pytest.mark.parametrize(
    "text", ["{}", "{a}", "{#}", "{#a", "{#a}}"[:3], "{ # a }", "{#a {b}", '{a="}', "{#a\n.b}", "{=a}", "{#a[b]}"]
)
def test_what_is_none(text: str) -> None:
    assert attributes_at(text, 0) is None


def test_colon_and_spaces_are_allowed() -> None:
    found = attributes_behind("标题 {: #a .b } ")
    assert found is not None
    assert (found.id, found.start, found.end) == ("a", 3, 13)


def test_only_the_very_end_counts() -> None:
    assert attributes_behind("标题 {#a} 后") is None


def test_no_handler_style_or_other_address_gets_through() -> None:
    found = attributes_at('{onclick=x style="a:b" href=x src=y srcset=z width=1}', 0)
    assert found is not None
    token = Token("image", "img", 0, attrs={"src": "a.svg"})
    found.put_on(token)
    assert token.attrs == {"src": "a.svg", "width": "1"}
