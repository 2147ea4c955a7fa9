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

SEARCH_SCRIPTS = tuple(f"assets/search{part}.js" for part in ("-words", "-index", "-results", "", "-marks"))
"""In the order of use."""

_WORKSHOP = (
    "-stream", "-line", "-score", "-faults", "-readings", "-run",
    "-floor", "-parts", "-line-view", "-steps", "-result", "",
)  # fmt: skip

# Every file of `themes/site/assets` is named in one of these tables or in those of `site/assets.py`, for books' pages.
_OF_THE_PORTAL: Mapping[str, tuple[str, ...]] = {
    "assets/portal.css": ("assets/portal.css", "assets/reading.css", "assets/search.css"),
    "assets/portal.js": SEARCH_SCRIPTS,
}
_ON_SOME_PAGES: Mapping[str, tuple[str, ...]] = {
    "assets/icon.svg": ("assets/icon.svg",),
    "assets/settings.js": ("assets/settings.js",),
    "assets/continue.js": ("assets/continue.js",),
    "assets/standards.js": ("assets/standards.js",),
    "assets/record.js": ("assets/record.js",),
    "assets/quiz.css": ("assets/quiz.css",),
    "assets/quiz.js": tuple(f"assets/quiz{part}.js" for part in ("-judge", "-order", "")),
    "assets/workshop.css": ("assets/workshop.css",),
    "assets/workshop.js": tuple(f"assets/workshop{part}.js" for part in _WORKSHOP),
}
"""What a page loads only if it has a use for it: what templates call the file, and its parts in the order of use.

A template names it where it is needed, `link('assets/continue.js')` on the portal's pages, `'assets/quiz.js' | url` on
those of books, without more: name, policy, cache, ZIP and service worker follow from the table and the link.
"""


@dataclass(frozen=True, slots=True)
class Asset:
    """`path`: in the site, `assets/portal.1a2b3c4d.css`."""

    path: str
    content: bytes


def asset(source: str, content: bytes) -> Asset:
    """`source` is what templates call the file: `assets/portal.css`."""
    stem, _, suffix = source.rpartition(".")
    return Asset(f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{suffix}", content)


@cache
def own_assets() -> Mapping[str, Asset]:
    """What the portal's pages and some of all pages load, by what templates call it."""
    parts = {**_OF_THE_PORTAL, **_ON_SOME_PAGES}
    return MappingProxyType(
        {source: asset(source, "\n".join(map(own_text, of)).encode()) for source, of in parts.items()}
    )


def own_text(part: str) -> str:
    """The text of a file of ours. Raises FileNotFoundError for one that is not there."""
    return (theme_path() / "site" / part).read_text("utf-8")


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
