"""One Markdown file to a module: its front matter and what its text mentions."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from textbuild import markdown
from textbuild.diagnostics import Diagnostic
from textbuild.load.files import Text, read_text
from textbuild.load.records import validate
from textbuild.load.yaml_places import Parsed, YamlPlaces, parse_yaml
from textbuild.model.book import FrontMatter, Module
from textbuild.model.span import Sourced

_LINKED = ("basis", "jobs", "processes")
"""The lists of a front matter of which every item is linked, with its place."""
ModuleResult = tuple[Module | None, tuple[Diagnostic, ...]]


def load_module(root: Path, path: str, book: str) -> ModuleResult:
    """Reads and parses the module at `path` (relative to `root`)."""
    return parse_module(read_text(root, path, book), book)


def parse_module(text: Text, book: str) -> ModuleResult:
    """A module from its text. Faults of the front matter leave a module without front matter."""
    if text.content is None:
        return None, (text.fault,) if text.fault else ()
    document = markdown.parse(text.content, text.path)
    outline = markdown.outline(document)
    parsed = (
        Parsed(None, YamlPlaces(text.path, ""))
        if document.front is None
        else parse_yaml(document.front, text.path, document.front_line, _LINKED)
    )
    front, found = validate(parsed, FrontMatter, book)
    if front is None:
        front = Sourced(FrontMatter(), parsed.places)
    first = next((heading.text for heading in outline.headings if heading.level == 1), None)
    name = PurePosixPath(text.path)
    return Module(
        path=text.path,
        id=front.value.id or name.with_suffix("").as_posix().removeprefix("books/"),
        title=front.value.title or first or name.stem,
        front=front,
        text=text.content,
        headings=outline.headings,
        anchors=outline.anchors,
        citations=outline.citations,
        references=outline.references,
        links=outline.links,
        html=outline.html,
        suppressions=outline.suppressions,
        questions=outline.questions,
    ), found
