"""Writes the HTML in the fixtures anew: `python -m tests.render.update_fixtures`."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from tests.render.fixtures import FOLDER, Case, read, write
from tests.render.sample import rendered


def main() -> None:
    for file in sorted(FOLDER.glob("*.md")):
        write(file, [_made(case) for case in read(file)])


def _made(case: Case) -> Case:
    with tempfile.TemporaryDirectory() as folder:
        site = rendered(Path(folder), case.markdown, "site").html
        return replace(case, site=site, print=rendered(Path(folder), case.markdown, "print").html)


if __name__ == "__main__":
    main()
