"""Keeps a MkDocs configuration from naming any other host: readers are behind networks that block them."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

_ONLINE_EXTRAS = ("analytics", "polyfills", "social", "consent", "version", "alternate")


def keep_offline(config: MkDocsConfig) -> None:
    """Takes out fonts, analytics, polyfills, the repository's star count, and scripts and styles from elsewhere."""
    config.theme["font"] = False
    config.repo_url = None
    for key in _ONLINE_EXTRAS:
        config.extra.pop(key, None)
    config.extra_css = [path for path in config.extra_css if not _is_remote(path)]
    config.extra_javascript = [script for script in config.extra_javascript if not _is_remote(str(script))]


def _is_remote(address: Any) -> bool:
    return "//" in str(address)
