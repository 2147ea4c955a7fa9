"""Mends the places where Material's templates are not valid HTML, or say nothing to a screen reader."""

from __future__ import annotations

import re

_NAMED_BY_AN_ICON = re.compile(
    r'aria-labelledby="(__nav_[\d_]+)_label"( aria-expanded="\w+">\s*<label class="md-nav__title" for="\1")'
)
_SKIP = re.compile(r'(<div data-md-component="skip">).*?(</div>)', re.DOTALL)
_ARTICLE = '<article class="md-content__inner md-typeset'


def mended(html: str) -> str:
    """The page with its faults mended; what Material has mended by itself stays as it is."""
    html = html.replace(' autocomplete="off">', ">", 2)  # allowed on no checkbox; the first two are Material's
    if 'id="__toc"' not in html:  # the page of a section has contents, but no switch for them in the nav
        html = html.replace('for="__toc"', 'for="__drawer"')
    # Material's way past the navigation leads to the first section, past the title and what stands below it; on a page
    # without sections there is none.
    html = _SKIP.sub(r'\1<a href="#tb-article" class="md-skip">跳到正文</a>\2', html, count=1)
    html = html.replace(_ARTICLE, f'<article id="tb-article" {_ARTICLE.removeprefix("<article ")}', 1)
    return _NAMED_BY_AN_ICON.sub(r'aria-labelledby="\1_title"\2 id="\1_title"', html)
