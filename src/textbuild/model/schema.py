"""The JSON Schemas of all kinds of YAML that authors write, generated from the models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textbuild.model.base import Frozen
from textbuild.model.book import BookConfig, FrontMatter
from textbuild.model.clause_map import ClauseMap
from textbuild.model.glossary import Glossary
from textbuild.model.job import JobSpec
from textbuild.model.library import LibraryConfig
from textbuild.model.process import Process
from textbuild.model.published import Published
from textbuild.model.standard import Standard
from textbuild.model.workshop import Workshop

SCHEMAS: Mapping[str, type[Frozen]] = {
    "library": LibraryConfig,
    "book": BookConfig,
    "module": FrontMatter,
    "glossary": Glossary,
    "standard": Standard,
    "job": JobSpec,
    "process": Process,
    "workshop": Workshop,
    "map": ClauseMap,
    "published": Published,
}
"""Kind of file → its model. `module` is the front matter of a Markdown file."""


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind. Raises KeyError for a kind that there is not."""
    schema = SCHEMAS[kind].model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
