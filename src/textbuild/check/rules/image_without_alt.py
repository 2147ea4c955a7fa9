"""An image says nothing to those who can not see it.

What it finds: an image without words between its brackets, `![](images/pack.svg)`, and an `<img>` without `alt`. A
caption does not stand for them: it names the picture, it does not tell what is to be seen.

Why it matters: blind students hear only these words, and they stand in the picture's place where it does not load.

What to do: write in a sentence what the picture shows and what to see in it: `![three cells in series, the middle one
reversed](images/cells.svg)`. A picture that only adorns is marked so: `![](images/line.svg){.decorative}`, in HTML with
`alt=""`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule

RULE = Rule("TB314", "image-without-alt", Severity.ERROR, msg("an image without alternative text"))

_IMAGE = re.compile(r"<img\b(?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}'){0,200}>", re.IGNORECASE)
_ALT = re.compile(r"\salt(?:\s*=|[\s>/])", re.IGNORECASE)
_HELP = msg("write between the brackets what the picture shows; mark one that only adorns with `{{.decorative}}`")
_HELP_HTML = msg('write what it shows: `alt="…"`; for one that only adorns `alt=""`')


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    for link in module.module.links:
        if link.kind == "image" and not link.alt.strip() and not link.decorative:
            message = msg("the image {href} has no alternative text", href=link.href)
            yield Diagnostic(RULE, link.span, message, _HELP, book=book.book.id)
    for raw in module.module.html:
        if any(not _ALT.search(image[0]) for image in _IMAGE.finditer(raw.html)):
            yield Diagnostic(RULE, raw.span, msg("an `<img>` has no `alt`"), _HELP_HTML, book=book.book.id)
