"""Material's scripts and styles, as we publish them, with our own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, pass_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_theme_dir
from mkdocs.utils.templates import TemplateContext, url_filter

from textbuild.publish.assets import FOLDER, Asset, asset, own_assets

# What our pages use of Material; it has five times as much.
_USED = (
    "assets/stylesheets/main.*.min.css",
    "assets/stylesheets/palette.*.min.css",
    "assets/javascripts/bundle.*.min.js",
    "assets/javascripts/workers/search.*.min.js",
    "assets/javascripts/lunr/min/lunr.multi.min.js",
    "assets/javascripts/lunr/min/lunr.stemmer.support.min.js",
)
# What is replaced in its scripts. They would ask other hosts for Mermaid, for very old browsers' needs and for a
# repository's stars; and they look for any part of a Chinese word, where ours looks for whole words.
_REPLACED = (
    (re.compile(r"https://(?:unpkg\.com|api\.github\.com)[^\"'`$]*"), "data:,"),
    (re.compile(r"\[\.\.\.\w+\((\w+),this\.index\.invertedIndex\)\]\.join\(\"\* \"\)"), r"(lunr.zhQuery||String)(\1)"),
)


@cache
def site_assets() -> Mapping[str, Asset]:
    """Everything that pages may load, by what templates call it. Raises FileNotFoundError for another Material."""
    folder = Path(get_theme_dir("material"))
    found: dict[str, Asset] = {}
    for pattern in _USED:
        files = sorted(folder.glob(pattern))
        if not files:
            raise FileNotFoundError(f"mkdocs-material has no {pattern}")
        for path in files:
            source = path.relative_to(folder).as_posix()
            found[source] = asset(source, _changed(path.read_text("utf-8")).encode())
    return MappingProxyType({**found, **own_assets()})


def name_assets(env: Environment, config: MkDocsConfig, folder: str | None) -> None:
    """Lets templates name assets as Material does, and gives the addresses under which we publish them.

    `folder`: where they are, seen from the site; None: in the site's own `assets/`.
    """
    there = {source: _moved(one.path, folder) for source, one in site_assets().items()}

    @pass_context
    def url(context: TemplateContext, value: str) -> str:
        return url_filter(context, there.get(str(value), value))

    env.filters["url"] = url
    for index, script in enumerate(config.extra_javascript):
        config.extra_javascript[index] = there.get(str(script), script)


def _moved(path: str, folder: str | None) -> str:
    return folder + path.removeprefix(FOLDER) if folder else path


def _changed(content: str) -> str:
    for pattern, replacement in _REPLACED:
        content = pattern.sub(replacement, content)
    return content
