"""Material's styles, as we publish them, with our own and our scripts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, pass_context
from mkdocs.utils import get_theme_dir
from mkdocs.utils.templates import TemplateContext, url_filter

from textbuild.publish.assets import FOLDER, SEARCH_SCRIPTS, Asset, asset, own_assets, own_text

# A page of a book loads one style, one script before it is shown and one after: each file more is a round trip more.
# Parts in the order of use; Material's have a hash in their names.
_JOINED: Mapping[str, tuple[str, ...]] = {
    "assets/book.css": (
        "assets/stylesheets/main.*.min.css",
        "assets/stylesheets/palette.*.min.css",
        "assets/textbuild.css",
        "assets/reading.css",
        "assets/search.css",
    ),
    "assets/head.js": ("assets/settings.js", "assets/start.js"),
    "assets/book.js": (
        "assets/frame.js",
        "assets/blocks.js",
        "assets/textbuild.js",
        "assets/basis.js",
        "assets/progress.js",
        *SEARCH_SCRIPTS,
        "assets/offline.js",
    ),
}
# What is replaced in Material's styles. They name maps that we do not publish. They wait for Material's script, which
# we do not run, to mark the focus, the open tab and the page itself: browsers know the focus, the rest follows from the
# page. And a rule for the moment in which colours change names every element, which a telephone then styles twice more.
_REPLACED = (
    (re.compile(r"^/\*# sourceMappingURL=.*$", re.MULTILINE), ""),
    (re.compile(r"(?:\[data-md-color-switching\] \*(?::\w+)?,?|\[data-md-color-switching\] :\w+,?)+\{[^}]*\}"), ""),
    (re.compile(r"(?<=[{}])\.js [^{}]*\{[^}]*\}"), ""),
    (re.compile(r"\.no-js "), ""),
    (re.compile(r"\.focus-visible\b"), ":focus-visible"),
)
# A fifth of Material's rules are for what no page of ours has: text from right to left, its search, versions, blogs.
_RULE = re.compile(r"(?<=[{}])([^{}@]+)\{([^{}]*)\}")
_UNUSED = re.compile(
    r"\[dir=rtl\]|toggle=search\]|\.mermaid|\.md-(?:annotation|author|banner|consent|draft|feedback|meta|pagination|pin|"
    r"post|profile|progress|search|select|social|source|status|tag|tooltip|version)s?2?(?![a-z-])"
)


@cache
def site_assets() -> Mapping[str, Asset]:
    """Everything that pages may load, by what templates call it. Raises FileNotFoundError for another Material."""
    found = {source: asset(source, "\n".join(map(_text, parts)).encode()) for source, parts in _JOINED.items()}
    return MappingProxyType({**found, **own_assets()})


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
    if "*" not in part:
        return own_text(part)
    folder = Path(get_theme_dir("material"))
    files = sorted(folder.glob(part))
    if len(files) != 1:
        raise FileNotFoundError(f"mkdocs-material has no {part}")
    text = files[0].read_text("utf-8")
    for pattern, replacement in _REPLACED:
        text = pattern.sub(replacement, text)
    return _RULE.sub(_used, text)


def _used(rule: re.Match[str]) -> str:
    """The rule for those of its selectors that a page of ours may have."""
    selectors = [one for one in re.split(r",(?![^(]*\))", rule[1]) if not _UNUSED.search(one)]
    return f"{','.join(selectors)}{{{rule[2]}}}" if selectors else ""
