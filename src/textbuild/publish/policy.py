"""What a page may load and run: the Content-Security-Policy of every page, in its head and from the server."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from textbuild.publish.theme import theme_path

# `data:` in styles draws Material's icons. Nothing may run but the site's own files: no inline script, no style
# attribute, no eval; and nothing comes from another host.
_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
}
_ENDS = "base-uri 'none'; form-action 'self'"


def page_policy() -> str:
    """For `<meta>`. `file:` is what 'self' means for pages opened from a disk; it allows a served page nothing more."""
    return _policy({name: source.replace("'self'", "'self' file:") for name, source in _SOURCES.items()})


def server_policy() -> str:
    """For the server's header, which alone can say who may show the pages in a frame."""
    return f"{_policy(_SOURCES)}; frame-ancestors 'self'"


@cache
def missing_style() -> str:
    """The style within `404.html`: that page is shown in place of any other, so it can name no file beside it."""
    return (theme_path() / "site" / "portal" / "404.css").read_text("utf-8").strip()


def _policy(sources: dict[str, str]) -> str:
    digest = base64.b64encode(hashlib.sha256(missing_style().encode()).digest()).decode()
    listed = sources | {"style-src": f"{sources['style-src']} 'sha256-{digest}'"}
    return "; ".join([*(f"{name} {source}" for name, source in listed.items()), _ENDS])
