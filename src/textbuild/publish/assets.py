"""The scripts, styles and icons that all pages of a site share: what each holds and what it is called in the site.

The name tells the content (`assets/portal.1a2b3c4d.css`), so a browser may keep the file for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from textbuild.publish.theme import theme_path

FOLDER = "assets"
"""In the site, and below `themes/site`."""

_CALLED_BY_NAME = ("assets/javascripts/lunr/",)  # the search worker asks for these by itself


@dataclass(frozen=True, slots=True)
class Asset:
    """`path`: in the site, `assets/portal.1a2b3c4d.css`."""

    path: str
    content: bytes


def asset(source: str, content: bytes) -> Asset:
    """`source` is what templates call the file: `assets/portal.css`."""
    if source.startswith(_CALLED_BY_NAME):
        return Asset(source, content)
    stem, _, suffix = source.rpartition(".")
    return Asset(f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{suffix}", content)


@cache
def own_assets() -> Mapping[str, Asset]:
    """Our own files, by what templates call them."""
    folder = theme_path() / "site"
    files = sorted(path for path in (folder / FOLDER).rglob("*") if path.is_file())
    named = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in files)
    return MappingProxyType({source: asset(source, content) for source, content in named})


def published(source: str) -> str:
    """The path in the site of what a template calls `source`; any other path as it is."""
    known = own_assets().get(source)
    return known.path if known else source


def write_assets(assets: Iterable[Asset], folder: Path) -> None:
    """Into the folder that is, or will be, the site's `assets/`."""
    for one in assets:
        target = folder / one.path.removeprefix(f"{FOLDER}/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(one.content)
