"""`glossary.yml` of the library and of a book, and the faults that one entry alone does not show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from textbuild.diagnostics import Diagnostic, msg
from textbuild.load.files import read_text
from textbuild.load.records import validate
from textbuild.load.rules import field_invalid, id_duplicate
from textbuild.load.yaml_places import parse_yaml
from textbuild.model.glossary import Glossary, GlossaryFile

NAME = "glossary.yml"
SHARED = f"books/{NAME}"
"""The library's own."""
Keys = tuple[str | int, ...]
GlossaryResult = tuple[GlossaryFile | None, tuple[Diagnostic, ...]]


def read_glossary(root: Path, path: str, book: str | None = None) -> GlossaryResult:
    """Reads the glossary at `path` (relative to `root`), which is there."""
    text = read_text(root, path, book)
    if text.content is None:
        return None, (text.fault,) if text.fault else ()
    glossary, found = validate(parse_yaml(text.content, path), Glossary, book)
    if glossary is None:
        return None, found
    file = GlossaryFile(path, text.content, glossary)
    return file, (*found, *_named_twice(file, book))


def see_faults(file: GlossaryFile, shared: GlossaryFile | None, book: str | None = None) -> Iterator[Diagnostic]:
    """References to terms that neither this glossary nor the library's has."""
    known = {name for one in (file, shared) if one is not None for name, _ in _names(one)}
    for index, term in enumerate(file.glossary.value.terms):
        for at, other in enumerate(term.see):
            if other in term.names():
                message = msg("`see` names the term itself: {term}", term=other)
            elif other not in known:
                message = msg("`see` names a term that no glossary has: {term}", term=other)
            else:
                continue
            yield field_invalid.other(message, file.glossary.places.at("terms", index, "see", at), book)


def _named_twice(file: GlossaryFile, book: str | None) -> Iterator[Diagnostic]:
    first: dict[str, Keys] = {}
    places = file.glossary.places
    for name, keys in _names(file):
        if name in first:
            help_ = msg("merge the two entries, or take the word out of one of them")
            yield id_duplicate.diagnose(name, places.at(*keys), places.at(*first[name]), book, help_)
        first.setdefault(name, keys)


def _names(file: GlossaryFile) -> Iterable[tuple[str, Keys]]:
    """Each term and alias, and where it stands."""
    for index, term in enumerate(file.glossary.value.terms):
        yield term.term, ("terms", index, "term")
        for at, alias in enumerate(term.aliases):
            yield alias, ("terms", index, "aliases", at)
