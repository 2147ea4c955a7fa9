"""Boxes never lie on each other, whatever leads to what."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from textbuild.publish.portal.layered import Box, Plan, plan

NAMES = [f"n{number}" for number in range(12)]
ARROWS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=40)


def drawn(arrows: list[tuple[str, str]], names: list[str] = NAMES) -> Plan:
    return plan(names, arrows, 100, {name: 90 if name == "n3" else 70 for name in names})


def apart(one: Box, other: Box) -> bool:
    beside = one.x + one.width < other.x or other.x + other.width < one.x
    return beside or one.y + one.height < other.y or other.y + other.height < one.y


@given(ARROWS)
def test_boxes_lie_apart_and_within_the_drawing(arrows: list[tuple[str, str]]) -> None:
    found = drawn(arrows)
    assert found.boxes.keys() == set(NAMES)
    assert all(apart(one, other) for one, other in combinations(found.boxes.values(), 2))
    for box in found.boxes.values():
        assert 0 <= box.x <= found.width - box.width
        assert 0 <= box.y <= found.height - box.height


@given(ARROWS)
def test_the_order_in_which_arrows_are_told_does_not_matter(arrows: list[tuple[str, str]]) -> None:
    assert drawn(arrows) == drawn([*reversed(arrows), *arrows])


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]), max_size=40))
def test_without_circles_each_arrow_runs_down(pairs: list[tuple[int, int]]) -> None:
    arrows = [(NAMES[old], NAMES[new]) for old, new in pairs]
    found = drawn(arrows)
    assert all(found.boxes[old].y + found.boxes[old].height < found.boxes[new].y for old, new in arrows)


def test_three_into_one_stand_beside_each_other() -> None:
    found = drawn([("a", "d"), ("b", "d"), ("c", "d")], ["a", "b", "c", "d"])
    assert len({found.boxes[name].y for name in "abc"}) == 1
    middle = found.boxes["b"]
    assert (found.boxes["d"].x, found.boxes["d"].y > middle.y) == (middle.x, True)


def test_what_comes_late_into_a_chain_stands_beside_what_it_joins() -> None:
    found = drawn([("a", "b"), ("b", "c"), ("x", "c")], ["a", "b", "c", "x"])
    assert found.boxes["x"].y == found.boxes["b"].y


def test_an_arrow_from_a_box_to_itself_is_not_drawn() -> None:
    assert drawn([("n1", "n1")]).paths == {}


def test_nothing_is_no_drawing() -> None:
    assert drawn([], []).boxes == {}
