"""The MkDocs configuration of a book, derived from the library's own `mkdocs.yml`.

That file comes from outside, so it is read as plain data: tags that would run code, hooks, plugins, templates,
scripts and anything that could name another host are not taken over.
"""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig

from textbuild.model.book import Book
from textbuild.model.library import LibraryConfig
from textbuild.publish.assets import FOLDER
from textbuild.publish.theme import theme_path

log = logging.getLogger("mkdocs.plugins.textbuild")

_MOST_NODES = 10_000
# What Material's templates and styles do by themselves, and what our scripts do in the place of Material's.
_FEATURES = (
    *(f"navigation.{name}" for name in ("tabs", "tabs.sticky", "sections", "expand", "prune", "indexes", "path")),
    *("navigation.top", "navigation.footer", "toc.follow", "toc.integrate", "content.code.copy", "content.tabs.link"),
)
_COLOURS = ("media", "scheme", "primary", "accent")
_PALETTE_ICONS = tuple(
    f"material/{name}"
    for name in ("brightness-auto", "weather-sunny", "weather-night", "brightness-4", "brightness-7", "lightbulb")
)


def root_settings(root: Path) -> dict[str, Any]:
    """The theme's looks in `mkdocs.yml`; empty where there is none to be read."""
    try:
        text = (root / "mkdocs.yml").read_text(encoding="utf-8")
        loaded = _plain(yaml.load(text, _PlainLoader), [_MOST_NODES])
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        log.warning("mkdocs.yml is not used: %s", error)
        return {}
    if not isinstance(loaded, dict):
        return {}
    return {"theme": _looks(loaded.get("theme"))}


def book_settings(
    book: Book, library: LibraryConfig, root: Path, out: Path, day: date, settings: dict[str, Any]
) -> dict[str, Any]:
    """The configuration with which `mkdocs build` makes this book's site in `out`."""
    config, defaults = book.config.value, default_settings()
    ours = {"root": str(root.resolve()), "book": book.id, "as_of": day.isoformat(), "assets": f"../{FOLDER}"}
    derived: dict[str, Any] = {
        "site_name": book.title,
        "site_description": config.description or f"{library.title}：{book.title}",
        "site_author": "、".join(author.name for author in config.authors) or None,
        "site_url": f"{library.site_url.rstrip('/')}/{book.id}/" if library.site_url else None,
        "docs_dir": str(theme_path() / "site" / "docs"),  # the files come from the loader: see files.py
        "site_dir": str(out.resolve()),
        "use_directory_urls": False,
        "theme": defaults["theme"] | settings.get("theme", {}),
        "extra": {"generator": False},
        "markdown_extensions": [],
        "plugins": [{"textbuild": ours}],
    }
    return {key: value for key, value in derived.items() if value is not None}


def default_settings() -> dict[str, Any]:
    """`theme` where a library's `mkdocs.yml` says nothing."""
    loaded: dict[str, Any] = yaml.safe_load((theme_path() / "site" / "defaults.yml").read_text(encoding="utf-8"))
    return loaded


def complete(config: MkDocsConfig) -> None:
    """Gives a library's own configuration the looks that its `mkdocs.yml` does not mention."""
    untouched = {"features": [], "language": "en", "favicon": "assets/images/favicon.png"}
    for key, value in default_settings()["theme"].items():
        if config.theme.get(key) in (None, untouched.get(key)):
            config.theme[key] = value
    config.extra.setdefault("generator", False)


def palettes(config: MkDocsConfig) -> list[dict[str, str]]:
    """What a reader may choose from, as attributes of `<body>`; empty where there is one look only."""
    given = config.theme.get("palette")
    return [_palette(entry) for entry in given] if isinstance(given, list) else []


def _looks(theme: object) -> dict[str, Any]:
    """Features and palette, where they have the form that Material's templates rely on."""
    if not isinstance(theme, dict):
        return {}
    looks: dict[str, Any] = {}
    features, palette = theme.get("features"), theme.get("palette")
    if isinstance(features, list):
        looks["features"] = [feature for feature in features if feature in _FEATURES]
    if isinstance(palette, list) and palette and all(_is_palette(entry) for entry in palette):
        looks["palette"] = palette
    return looks


def _is_palette(entry: object) -> bool:
    if not isinstance(entry, dict):
        return False
    toggle = entry.get("toggle")
    icon = toggle.get("icon") if isinstance(toggle, dict) else None
    words = [value for key, value in entry.items() if key != "toggle"]
    return icon in _PALETTE_ICONS and all(isinstance(word, str) for word in words)


def _palette(entry: dict[str, Any]) -> dict[str, str]:
    kept = {"scheme": "default", "primary": "indigo", "accent": "indigo"} | entry  # Material's defaults
    return {key: str(kept.get(key, "")) for key in _COLOURS}


class _PlainLoader(yaml.SafeLoader):
    """Reads every tag it does not know as nothing."""


_PlainLoader.add_constructor(None, lambda loader, node: None)


def _plain(value: object, budget: list[int]) -> object:
    """A copy of scalars, lists and mappings. Raises ValueError when aliases make it larger than a person writes."""
    budget[0] -= 1
    if budget[0] < 0:
        raise ValueError("it is too large")
    if isinstance(value, dict):
        return {str(key): _plain(item, budget) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, budget) for item in value]
    return value if isinstance(value, str | int | float | bool) else None
