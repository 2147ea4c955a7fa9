"""Mends the places where Material's templates are not valid HTML."""

from __future__ import annotations


def mended(html: str) -> str:
    """The page with its faults mended; what Material has mended by itself stays as it is."""
    html = html.replace(' autocomplete="off">', ">", 2)  # allowed on no checkbox; the first two are Material's
    if 'id="__toc"' not in html:  # the page of a section has contents, but no switch for them in the nav
        html = html.replace('for="__toc"', 'for="__drawer"')
    return html
