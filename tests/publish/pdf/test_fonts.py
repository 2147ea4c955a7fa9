"""The books' fonts have every character that the books, the records and textbuild's own words are written in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Dictionary

from tests.publish.pdf.conftest import Sample
from textbuild.render.words import GLYPHS

REPOSITORY = Path(__file__).parents[3]
FONTS = REPOSITORY / "node_modules" / "@expo-google-fonts"
CHINESE = ("noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf", "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf")
LATIN = "noto-sans/400Regular/NotoSans_400Regular.ttf"

pytestmark = pytest.mark.skipif(not (FONTS / LATIN).is_file(), reason="needs `make setup`")


@cache
def characters(font: str) -> frozenset[int]:
    return frozenset(TTFont(FONTS / font, lazy=True).getBestCmap())


@pytest.mark.parametrize("font", CHINESE)
def test_verdicts_have_signs_that_chinese_fonts_have(font: str) -> None:
    assert {name: sign for name, sign in GLYPHS.items() if ord(sign) not in characters(font)} == {}


def test_no_character_of_the_books_prints_as_an_empty_box() -> None:
    known = frozenset[int]().union(*map(characters, (*CHINESE, LATIN)))
    texts = [path for kind in ("*.md", "*.svg", "*.yml") for path in (REPOSITORY / "books").rglob(kind)]
    texts += (REPOSITORY / "themes" / "print").glob("*.html")
    assert len(texts) > 50
    lacking = {character for path in texts for character in path.read_text("utf-8")} - {"\n", "\t", "\ufeff"}
    assert sorted(character for character in lacking if ord(character) not in known) == []


def test_quotations_and_captions_are_set_in_kai(sample: Sample, tmp_path: Path) -> None:
    target = tmp_path / "ev.pdf"
    assert sample.build(target) == ()
    with pikepdf.open(target) as pdf:
        names = {str(one.FontName) for one in pdf.objects if isinstance(one, Dictionary) and "/FontName" in one}
    assert any(name.endswith("+TB-Kai") for name in names)
