"""Draws the pages that `tests/golden` compares anew: look at each of them, then commit."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.golden.book import APPROVED, SHARE, approved, draw, share_that_differs


def main() -> None:
    old = approved()
    with tempfile.TemporaryDirectory() as folder:
        new = draw(Path(folder))
    APPROVED.mkdir(exist_ok=True)
    for number in old.keys() - new.keys():
        (APPROVED / f"{number}.png").unlink()
    for number, page in new.items():
        if number not in old or share_that_differs(old[number], page) > SHARE:
            page.quantize(16).save(APPROVED / f"{number}.png", optimize=True)
            print(APPROVED / f"{number}.png")


if __name__ == "__main__":
    main()
