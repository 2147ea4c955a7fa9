"""A MkDocs page whose content is one of our fragments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from textbuild.model.book import Heading
from textbuild.render import TextSection


@dataclass(frozen=True, slots=True)
class Article:
    """What a page shows below its title: HTML, and the headings in it for the contents at its side."""

    html: str
    headings: tuple[Heading, ...] = ()
    sections: tuple[TextSection, ...] = ()
    """What a search finds on the page; nothing for a page that only lists others."""


class FragmentPage(Page):
    """`title` is the nav's, `meta` holds the words of the page's head; both are plain text.

    Neither the file nor its front matter is read by MkDocs: a front matter could name a template to run.
    """

    def __init__(
        self,
        title: str,
        file: File,
        config: MkDocsConfig,
        day: str,
        meta: Mapping[str, str],
        make: Callable[[], Article],
    ) -> None:
        super().__init__(escape(title), file, config)
        self.update_date = day
        self._make = make
        self._meta = {key: escape(value) for key, value in meta.items()}
        self.sections: tuple[TextSection, ...] = ()

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = dict(self._meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        article = self._make()
        self.content = article.html
        self.sections = article.sections
        self.toc = get_toc(_tree(article.headings))
        self.present_anchor_ids = {heading.anchor for heading in article.headings}


def _tree(headings: Iterable[Heading]) -> list[Any]:
    """Headings in order as a tree, in the form that Python-Markdown's `toc` gives it."""
    top: list[dict[str, Any]] = []
    open_: list[dict[str, Any]] = []
    for heading in headings:
        node = {"level": heading.level, "id": heading.anchor, "name": escape(heading.text), "children": []}
        while open_ and open_[-1]["level"] >= heading.level:
            open_.pop()
        (open_[-1]["children"] if open_ else top).append(node)
        open_.append(node)
    return top
