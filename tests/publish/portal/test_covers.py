from __future__ import annotations

import pytest

from textbuild.publish.portal.covers import cover


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("电池检测", ("电池检测",)),
        ("新能源汽车检测与维修", ("新能源汽车", "检测与维修")),
        ("textbuild 手册", ("textbuild 手册",)),
        ("Kubernetes 集群运维实践", ("Kubernetes", "集群运维实践")),
        ("", ("",)),
    ],
)
def test_titles_are_set_in_even_lines_of_whole_words(title: str, lines: tuple[str, ...]) -> None:
    assert cover(title, "460702", 0).lines == lines


def test_a_long_title_is_cut_to_three_lines() -> None:
    lines = cover("很" * 60, "1", 0).lines
    assert len(lines) == 3
    assert lines[-1].endswith("…")
