"""Finds every text that the source shows to people, as keys of the gettext catalogues."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import textbuild
from textbuild.check.explain import paragraphs
from textbuild.check.rules import RULE_FILES

SOURCE = Path(textbuild.__file__).parent


def templates() -> dict[str, str]:
    """Every template of a `msg(…)` call and every paragraph of a rule's docstring, with the place where it stands."""
    found: dict[str, str] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for call in _calls(path):
            place = f"{path.relative_to(SOURCE)}:{call.lineno}"
            template = call.args[0] if call.args else None
            if not isinstance(template, ast.Constant) or not isinstance(template.value, str):
                raise AssertionError(
                    f"{place}: the template of msg() must be written out, so that it can be translated"
                )
            found.setdefault(template.value, place)
    for file in RULE_FILES:
        found.update((paragraph, file.__name__) for paragraph in paragraphs(file))
    return found


def placeholders(template: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "msg":
            yield node
