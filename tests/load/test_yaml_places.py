"""YAML with places, and without tricks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textbuild.load.yaml_places import parse_yaml


def test_scalars_stay_what_they_look_like() -> None:
    parsed = parse_yaml("number: 7.10\non: 2026-11-23\nno: [yes, NO, off, 0x1F, 1_000, 12:30]\n", "x.yml")
    assert parsed.value == {
        "number": "7.10",
        "on": "2026-11-23",
        "no": ["yes", "NO", "off", "0x1F", "1_000", "12:30"],
    }


def test_only_null_true_and_false_are_no_text() -> None:
    parsed = parse_yaml("[null, ~, true, False, 'true', \"null\"]", "x.yml")
    assert parsed.value == [None, None, True, False, "true", "null"]


def test_each_value_knows_its_place() -> None:
    text = "a: 1\nlist:\n  - first\n  - 'the second'\n"
    places = parse_yaml(text, "x.yml").places
    assert places.at("list", 1).cut(text) == "'the second'"
    assert places.key("list").cut(text) == "list"


def test_an_absent_value_has_its_parents_place() -> None:
    places = parse_yaml("a: 1\nlist:\n  - b: 2\n", "x.yml").places
    assert places.at("list", 0, "missing").line == 3
    assert places.at("list", 7).line == 3


def test_front_matter_counts_lines_of_the_whole_file() -> None:
    assert parse_yaml("a: 1\nb: [", "x.md", first_line=2).malformed is not None
    assert parse_yaml("a: 1\nb: 2\n", "x.md", first_line=2).places.at("b").line == 3


def test_a_key_written_twice_is_found_with_both_places() -> None:
    [fault] = parse_yaml("a: 1\nb: 2\na: 3\n", "x.yml").duplicates
    assert (fault.key, fault.first.line, fault.span.line) == ("a", 1, 3)


BOMB = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 8)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (BOMB, "too-many-aliases"),
        ("a: &a [*a]", "too-deep"),
        ("- " * 100_000, "too-deep"),
        ("{a: " * 500, "too-deep"),
        ("[" * 100_000, None),
        ("".join(" " * i + "a:\n" for i in range(300)), "too-deep"),
        ("a: !!python/object/apply:os.system [id]", "tag-refused"),
        ("[a]: b", "key-not-text"),
        ("a: b: c", None),
        ("a: 'x", None),
        ("\x07", None),
        ("a\n---\nb", None),
    ],
    ids=["bomb", "self", "dashes", "braces", "brackets", "indents", "tag", "key", "colon", "quote", "bell", "two"],
)
def test_a_malformed_or_hostile_text_is_refused_with_its_place(text: str, problem: str | None) -> None:
    malformed = parse_yaml(text, "x.yml").malformed
    assert malformed is not None
    assert malformed.span.path == "x.yml"
    if problem:
        assert malformed.problem == problem


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@, \n\t012.~", max_size=60))
def test_no_text_raises(text: str) -> None:
    parsed = parse_yaml(text, "x.yml")
    parsed.places.at("a", 0, "b") if parsed.malformed is None else None
