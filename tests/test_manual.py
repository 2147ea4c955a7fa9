"""The manual and the code tell the same: fields, commands, options, rules, output parts, decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from textbuild.check.examples import page_name
from textbuild.check.rules import ALL
from textbuild.cli.app import app
from textbuild.model.schema import SCHEMAS, json_schema

Command = Any
"""A node of typer's command tree; typer gives its class no public name."""

HANDBOOK = Path(__file__).parents[1] / "books" / "handbook"
_CODE = re.compile(r"`([^`]+)`")
_SECTION = re.compile(r"^## `(textbuild[^`]*)`$(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_field_of_a_file_is_documented_and_no_other(kind: str) -> None:
    assert {name for name, _ in _documented_fields(kind)} == set(_fields(kind))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_required_fields_are_called_so(kind: str) -> None:
    called = {name for name, form in _documented_fields(kind) if form.startswith("必填")}
    assert called == {name for name, required in _fields(kind).items() if required}


@pytest.mark.parametrize("kind", SCHEMAS)
def test_no_field_is_documented_twice(kind: str) -> None:
    names = [name for name, _ in _documented_fields(kind)]
    assert len(names) == len(set(names))


def test_each_command_is_documented_and_no_other() -> None:
    assert set(_sections()) == set(_all_commands())


def test_each_option_and_argument_is_documented_and_no_other() -> None:
    documented = {path: _documented_parameters(text) for path, text in _sections().items()}
    assert documented == {path: set(_parameters(command)) for path, command in _all_commands().items()}


def test_each_command_has_an_example() -> None:
    sections = _sections(with_examples=True)
    leaves = [path for path, command in _all_commands().items() if not hasattr(command, "commands")]
    assert [path for path in leaves if f"$ {path}" not in sections[path]] == []


def test_the_nav_lists_every_page_of_the_manual() -> None:
    rules = {f"rules/{page_name(rule)}.md" for rule in ALL} | {"rules/index.md"}
    written = {path.relative_to(HANDBOOK).as_posix() for path in HANDBOOK.rglob("*.md")}
    assert set(_nav()) == written | rules


def test_every_decision_is_listed_with_its_number() -> None:
    index = (HANDBOOK / "decisions" / "index.md").read_text(encoding="utf-8")
    pages = sorted(path.name for path in (HANDBOOK / "decisions").glob("0*.md"))
    assert re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", index) == pages
    assert [page[:4] for page in pages] == [f"{n:04}" for n in range(1, len(pages) + 1)]


def _fields(kind: str) -> dict[str, bool]:
    """Dotted path of each field of a kind of file → whether it must be given."""
    schema = json_schema(kind)
    return dict(_walk(schema, schema, ""))


def _walk(node: dict[str, Any], schema: dict[str, Any], prefix: str) -> Iterator[tuple[str, bool]]:
    for name, value in node.get("properties", {}).items():
        yield prefix + name, name in node.get("required", ())
        for marks, child in _records(value, schema):
            yield from _walk(child, schema, f"{prefix}{name}{marks}.")


def _records(value: dict[str, Any], schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records that a value may hold, with `[]` for each list around them."""
    if "$ref" in value:
        yield "", schema["$defs"][value["$ref"].rpartition("/")[2]]
    for choice in value.get("anyOf", ()):
        yield from _records(choice, schema)
    if "items" in value:
        yield from ((f"[]{marks}", record) for marks, record in _records(value["items"], schema))


def _documented_fields(kind: str) -> list[tuple[str, str]]:
    """Path and form of each row of the tables headed 字段. A heading that ends with `editions[]` tells the parent."""
    text = (HANDBOOK / "formats" / f"{kind}.md").read_text(encoding="utf-8")
    found: list[tuple[str, str]] = []
    for section in re.split(r"^(?=##)", text, flags=re.MULTILINE):
        parent = re.match(r"### .*`([^`]+)`$", section, re.MULTILINE)
        prefix = f"{parent[1]}." if parent else ""
        found += [(prefix + _CODE.findall(row[0])[0], row[2]) for row in _rows(section, "字段")]
    return found


def _rows(text: str, *heads: str) -> Iterator[list[str]]:
    """The cells of all rows, heads left out, of the tables whose first head begins with one of `heads`."""
    inside = counted = False
    for line in _FENCE.sub("", text).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            inside = False
        elif not inside:
            inside, counted = True, cells[0].startswith(heads)
        elif counted and not set(line) <= set("|-: "):
            yield cells


def _all_commands() -> dict[str, Command]:
    return dict(_commands(get_command(app), "textbuild"))


def _commands(command: Command, path: str) -> Iterator[tuple[str, Command]]:
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from _commands(child, f"{path} {name}")


def _documented_parameters(section: str) -> set[str]:
    """What stands as code in the first column of the section's tables of arguments and options."""
    return {name for row in _rows(section, "参数", "选项") for name in _CODE.findall(row[0])} - {"--help"}


def _parameters(command: Command) -> Iterator[str]:
    """Options as they are typed, arguments as the help shows them."""
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            yield re.sub(r"[^A-Z_]", "", parameter.metavar or (parameter.name or "").upper())
        elif "--help" not in parameter.opts:
            yield from parameter.opts


def _sections(with_examples: bool = False) -> dict[str, str]:
    """Command → its section of the manual."""
    found: dict[str, str] = {}
    for page in sorted((HANDBOOK / "commands").glob("*.md")):
        for path, text in _SECTION.findall(page.read_text(encoding="utf-8")):
            assert path not in found, f"{path} is documented twice"
            found[path] = text if with_examples else _FENCE.sub("", text)
    return found


def _nav() -> Iterator[str]:
    stack: list[Any] = list(yaml.safe_load((HANDBOOK / "book.yml").read_text(encoding="utf-8"))["nav"])
    while stack:
        entry = stack.pop()
        if isinstance(entry, str):
            yield entry
        else:
            stack += entry if isinstance(entry, list) else entry.values()
