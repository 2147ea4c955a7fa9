"""What can be wrong with a YAML text."""

from __future__ import annotations

from dataclasses import dataclass

from textbuild.model.span import Span


@dataclass(frozen=True, slots=True)
class Malformed:
    """The text is not YAML that we read. `problem` is one of the keys of `load.rules.yaml_malformed.PROBLEMS`."""

    problem: str
    span: Span


@dataclass(frozen=True, slots=True)
class DuplicateKey:
    key: str
    span: Span
    first: Span
