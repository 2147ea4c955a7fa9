"""The templates of `themes/site/portal`, in which every value is escaped."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from textbuild.model.standard_number import printed
from textbuild.publish.assets import published
from textbuild.publish.layout import relative
from textbuild.publish.policy import missing_style, page_policy
from textbuild.publish.portal.succession import NATURES
from textbuild.publish.theme import theme_path
from textbuild.render.foreign import tagged
from textbuild.render.words import GLYPHS, words_of

_ADDRESS = re.compile(r"(https?://[^\s;；，、。<>\"'\\^`{|}\[\]]+)", re.ASCII)


def fill(template: str, **values: Any) -> str:
    """The template with these values, as HTML."""
    return environment().get_template(template).render(values)


def write_page(out: Path, place: str, page: str, template: str, **values: Any) -> None:
    """Writes what `page_html` gives to `out / place`."""
    target = out / place
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page_html(page, template, **values), encoding="utf-8", newline="\n")


def page_html(page: str, template: str, **values: Any) -> str:
    """The page with path `page` in the site; the template's `link` gives addresses from it.

    Shared assets are linked by what templates call them: `link('assets/portal.css')`.
    """
    return fill(template, page=page, link=lambda to, anchor=None: relative(published(to), page, anchor), **values)


def addresses(text: str) -> list[tuple[str, bool]]:
    """A record's source in pieces, each with whether it is a web address that may be linked."""
    pieces = _ADDRESS.split(text)
    return [(piece, index % 2 == 1) for index, piece in enumerate(pieces) if piece]


@lru_cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader([theme_path() / "site" / "portal", theme_path()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(addresses=addresses, printed=printed, tagged=lambda title: Markup(tagged(title)))
    made.globals.update(glyphs=GLYPHS, names=words_of("zh").verdicts, natures=NATURES)
    made.globals.update(page_policy=page_policy(), missing_style=Markup(missing_style()))
    return made
