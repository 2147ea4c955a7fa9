"""Pages look as they did when somebody last looked at them.

Where a page should look otherwise now: `.venv/bin/python -m scripts.approve_pages`, look at each, commit.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.golden.book import SHARE, approved, draw, share_that_differs, side_by_side

pytestmark = pytest.mark.skipif(
    not (Path(__file__).parents[2] / "node_modules" / "mathjax").is_dir(), reason="needs `make setup`"
)


def test_pages_look_as_approved(tmp_path: Path) -> None:
    old, new = approved(), draw(tmp_path)
    assert sorted(old) == sorted(new)
    changed = [number for number, page in new.items() if share_that_differs(old[number], page) > SHARE]
    folder = Path(tempfile.gettempdir()) / "textbuild-pages"
    for number in changed:
        folder.mkdir(exist_ok=True)
        side_by_side(old[number], new[number]).save(folder / f"{number}.png")
    assert changed == [], f"look at {folder}; if they are right: .venv/bin/python -m scripts.approve_pages"


def test_what_was_approved_is_small() -> None:
    sizes = [path.stat().st_size for path in (Path(__file__).parent / "pages").iterdir()]
    assert 10 <= len(sizes) <= 20
    assert sum(sizes) < 300_000


def test_a_word_that_moves_is_seen_and_a_smoother_edge_is_not() -> None:
    page = Image.new("L", (300, 400), 255)
    ImageDraw.Draw(page).rectangle((50, 50, 90, 58), fill=60)
    moved, smoother = Image.new("L", (300, 400), 255), page.copy()
    moved.paste(page, (3, 0))
    ImageDraw.Draw(smoother).rectangle((50, 50, 90, 51), fill=110)
    assert share_that_differs(page, moved) > SHARE / 2
    assert share_that_differs(page, smoother) == 0
