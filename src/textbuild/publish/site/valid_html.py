"""Mends the places where Material's templates are not valid HTML, or say nothing to a screen reader."""

from __future__ import annotations

import re

_NAMED_BY_AN_ICON = re.compile(
    r'aria-labelledby="(__nav_[\d_]+)_label"( aria-expanded="\w+">\s*<label class="md-nav__title" for="\1")'
)


def mended(html: str) -> str:
    """The page with its faults mended; what Material has mended by itself stays as it is."""
    html = html.replace(' autocomplete="off">', ">", 2)  # allowed on no checkbox; the first two are Material's
    if 'id="__toc"' not in html:  # the page of a section has contents, but no switch for them in the nav
        html = html.replace('for="__toc"', 'for="__drawer"')
    return _NAMED_BY_AN_ICON.sub(r'aria-labelledby="\1_title"\2 id="\1_title"', html)
