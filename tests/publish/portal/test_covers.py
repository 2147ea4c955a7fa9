from __future__ import annotations

import pytest

from textbuild.publish.portal.covers import COLOURS, cover
from textbuild.publish.portal.motifs import MOTIFS


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
    assert cover(title, "460702", None, 0).lines == lines


def test_a_long_title_is_cut_to_three_lines() -> None:
    lines = cover("很" * 60, "1", None, 0).lines
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_a_sector_has_its_motif_and_each_book_its_own_drawing() -> None:
    drawings = {
        cover(title, code, sector, 0).drawing
        for sector in (*MOTIFS, None, "a sector of another library")
        for title, code in (("甲", "1"), ("乙", "1"), ("甲", "2"))
    }
    assert len(drawings) == 3 * len(MOTIFS) + 3  # the last two share a motif
    assert cover("甲", "1", "aerospace", 0) == cover("甲", "1", "aerospace", 0)


@pytest.mark.parametrize("colours", COLOURS)
def test_the_white_title_reads_on_both_colours(colours: tuple[str, str]) -> None:
    for colour in colours:
        assert 1.05 / (luminance(colour) + 0.05) >= 4.5


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
