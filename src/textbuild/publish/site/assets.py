"""Material's scripts and styles, as we publish them, with our own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, pass_context
from mkdocs.utils import get_theme_dir
from mkdocs.utils.templates import TemplateContext, url_filter

from textbuild.publish.assets import FOLDER, Asset, asset, own_assets

# A page of a book loads one style, one script before it is shown and one after: each file more is a round trip more.
# Parts in the order of use; Material's have a hash in their names.
_JOINED: Mapping[str, tuple[str, ...]] = {
    "assets/book.css": (
        "assets/stylesheets/main.*.min.css",
        "assets/stylesheets/palette.*.min.css",
        "assets/textbuild.css",
        "assets/reading.css",
    ),
    "assets/head.js": ("assets/start.js", "assets/settings.js"),
    "assets/book.js": (
        "assets/javascripts/worker-from-disk.js",
        "assets/javascripts/bundle.*.min.js",
        "assets/textbuild.js",
        "assets/basis.js",
        "assets/progress.js",
        "assets/offline.js",
    ),
}
_ALONE = (
    "assets/javascripts/workers/search.*.min.js",
    "assets/javascripts/lunr/min/lunr.multi.min.js",
    "assets/javascripts/lunr/min/lunr.stemmer.support.min.js",
)
# What is replaced in Material's scripts. They would ask other hosts for Mermaid, for very old browsers' needs and for a
# repository's stars; they look for any part of a Chinese word, where ours looks for whole words; they name maps that we
# do not publish.
_REPLACED = (
    (re.compile(r"https://(?:unpkg\.com|api\.github\.com)[^\"'`$]*"), "data:,"),
    (re.compile(r"\[\.\.\.\w+\((\w+),this\.index\.invertedIndex\)\]\.join\(\"\* \"\)"), r"(lunr.zhQuery||String)(\1)"),
    (re.compile(r"^(?://|/\*)# sourceMappingURL=.*$", re.MULTILINE), ""),
)


@cache
def site_assets() -> Mapping[str, Asset]:
    """Everything that pages may load, by what templates call it. Raises FileNotFoundError for another Material."""
    found = {source: asset(source, "\n".join(map(_text, parts)).encode()) for source, parts in _JOINED.items()}
    for pattern in _ALONE:
        source = _of_material(pattern).relative_to(_material()).as_posix()
        found[source] = asset(source, _text(pattern).encode())
    return MappingProxyType({**found, **own_assets()})  # some of which the portal's pages load by themselves


def name_assets(env: Environment, folder: str | None) -> None:
    """Lets templates name assets by their plain names, and gives the addresses under which we publish them.

    `folder`: where they are, seen from the site; None: in the site's own `assets/`.
    """
    there = {source: _moved(one.path, folder) for source, one in site_assets().items()}

    @pass_context
    def url(context: TemplateContext, value: str) -> str:
        return url_filter(context, there.get(str(value), value))

    env.filters["url"] = url


def _moved(path: str, folder: str | None) -> str:
    return folder + path.removeprefix(FOLDER) if folder else path


def _text(part: str) -> str:
    if own := own_assets().get(part):
        return own.content.decode()
    text = _of_material(part).read_text("utf-8")
    for pattern, replacement in _REPLACED:
        text = pattern.sub(replacement, text)
    return text


def _of_material(pattern: str) -> Path:
    found = sorted(_material().glob(pattern))
    if len(found) != 1:
        raise FileNotFoundError(f"mkdocs-material has no {pattern}")
    return found[0]


def _material() -> Path:
    return Path(get_theme_dir("material"))
