"""The forms in which records go out to other programs, one file each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textbuild.link.library import LinkedLibrary
from textbuild.link.registry import EditionEntry
from textbuild.link.verdict import Verdict
from textbuild.publish.exports import csl, gbt7714, relaton

Selected = Sequence[tuple[EditionEntry, Verdict]]
"""Editions in the order wanted, each with its verdict on the library's day."""
FORMATS: Mapping[str, Callable[[Selected, LinkedLibrary], str]] = {
    "relaton": relaton.render,
    "csl": csl.render,
    "gbt7714": gbt7714.render,
}
"""By the name that `--format` takes; a file's content each."""
