"""Suggestions for a wrong name."""

from __future__ import annotations

from textbuild.check.nearest import MOST, Nearest


def test_the_name_that_looks_most_alike() -> None:
    assert Nearest(["images/pack.svg", "images/rack.png"])("images/Pack.svg") == "images/pack.svg"


def test_nothing_looks_alike() -> None:
    assert Nearest(["a.md"])("完全不同") is None


def test_a_file_is_not_suggested_to_itself() -> None:
    assert Nearest(["1-1.md", "0-1.md"])("1-0.md", other_than="1-1.md") == "0-1.md"


def test_after_many_wrong_names_no_more_are_looked_up() -> None:
    nearest = Nearest(["pack.svg"])
    assert [nearest("pak.svg") for _ in range(MOST + 1)] == ["pack.svg"] * MOST + [None]
