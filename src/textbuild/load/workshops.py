"""The virtual workshops of a book: `workshops/*.yml` in its folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textbuild.diagnostics import Diagnostic
from textbuild.load.files import read_text
from textbuild.load.records import validate
from textbuild.load.yaml_places import parse_yaml
from textbuild.model.span import Sourced
from textbuild.model.workshop import FOLDER, Workshop

Workshops = tuple[Sourced[Workshop], ...]


def read_workshops(
    root: Path, folder: str, files: Iterable[str], book: str
) -> tuple[Workshops, tuple[Diagnostic, ...]]:
    """Those of the book in `folder`, of whose `files` (both relative to `root`) they are some."""
    found: list[Diagnostic] = []
    workshops = []
    for path in files:
        if not (path.startswith(f"{folder}/{FOLDER}/") and path.endswith((".yml", ".yaml"))):
            continue
        text = read_text(root, path, book)
        if text.content is None:
            found += [text.fault] if text.fault else []
            continue
        workshop, faults = validate(parse_yaml(text.content, path), Workshop, book)
        found += faults
        if workshop is not None:
            workshops.append(workshop)
    return tuple(workshops), tuple(found)
