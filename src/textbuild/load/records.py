"""YAML texts to validated records; what does not fit becomes diagnostics."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from textbuild.diagnostics import Diagnostic, msg
from textbuild.load import plain_form
from textbuild.load.files import Text
from textbuild.load.rules import field_invalid, field_unknown, key_duplicate, yaml_malformed
from textbuild.load.yaml_places import Parsed, YamlPlaces, parse_yaml
from textbuild.model.base import Frozen
from textbuild.model.clause_map import ClauseMap
from textbuild.model.job import JobSpec
from textbuild.model.process import Process
from textbuild.model.span import Sourced
from textbuild.model.standard import Standard

Record = TypeVar("Record", bound=Frozen)
ReadRecord = tuple[Sourced[Any] | None, tuple[Diagnostic, ...]]
"""The record that a file holds, if it holds one, and the faults found there."""

KINDS: Mapping[str, type[Standard] | type[JobSpec] | type[Process] | type[ClauseMap]] = {
    "standard": Standard,
    "job": JobSpec,
    "process": Process,
    "map": ClauseMap,
}
"""What `kind:` may say, and the record that follows."""


def read_record(text: Text) -> ReadRecord:
    """The record of any kind that a file below `standards/` holds."""
    if text.content is None:
        return None, (text.fault,) if text.fault else ()
    if standard := plain_form.read(text.content):
        return Sourced(standard, YamlPlaces(text.path, text.content)), ()
    parsed = parse_yaml(text.content, text.path)
    kind = parsed.value.get("kind") if isinstance(parsed.value, dict) else None
    model = KINDS.get(kind) if isinstance(kind, str) else None
    if parsed.malformed is None and model is None:
        known = ", ".join(KINDS)
        message = msg("`kind` must say what this file holds, one of: {kinds}", kinds=known)
        return None, (*_key_faults(parsed, None), field_invalid.other(message, parsed.places.at("kind")))
    return validate(parsed, model or Standard)


def validate(
    parsed: Parsed, model: type[Record], book: str | None = None
) -> tuple[Sourced[Record] | None, tuple[Diagnostic, ...]]:
    """The parsed YAML as a `model`; None with the reasons where it is none."""
    found = _key_faults(parsed, book)
    if parsed.malformed is not None:
        return None, (yaml_malformed.diagnose(parsed.malformed, book),)
    value = {} if parsed.value is None else parsed.value
    if not isinstance(value, dict):
        message = msg("this must have fields (`name: value`)")
        return None, (*found, field_invalid.other(message, parsed.places.at(), book))
    try:
        return Sourced(model.model_validate(value), parsed.places), found
    except ValidationError as error:
        return None, (*found, *_refusals(error, model, parsed.places, book))


def _key_faults(parsed: Parsed, book: str | None) -> tuple[Diagnostic, ...]:
    return tuple(key_duplicate.diagnose(fault, book) for fault in parsed.duplicates)


def _refusals(
    error: ValidationError, model: type[Frozen], places: YamlPlaces, book: str | None
) -> tuple[Diagnostic, ...]:
    """One diagnostic a value: where several forms were tried in vain, the first refusal stands for all."""
    found: dict[tuple[Any, ...], Diagnostic] = {}
    for fault in error.errors(include_url=False):
        keys = _yaml_keys(fault["loc"], own_last=fault["type"] == "extra_forbidden")
        span = places.at(*keys)
        if fault["type"] in ("is_instance_of", "too_short") and fault["input"]:
            continue  # echoes of another refusal: of the form a loader never gives, and of items that were refused
        if keys in found:
            continue
        if fault["type"] == "extra_forbidden":
            name = str(keys[-1])
            known = _fields_at(model, keys[:-1])
            found[keys] = field_unknown.diagnose(name, known, places.key(*keys), book)
        else:
            name = next((key for key in reversed(keys) if isinstance(key, str)), "")
            context = fault.get("ctx", {})
            found[keys] = field_invalid.diagnose(name, fault["type"], context, fault["input"], span, book)
    return tuple(found.values())


def _yaml_keys(loc: Sequence[int | str], own_last: bool) -> tuple[int | str, ...]:
    """pydantic's location without the names of union members, which are no keys of the file.

    `own_last`: the last part is the author's own word, whatever it looks like.
    """
    tags = {"str", "Replacement", "literal[True]", "PartialDate", "bool"}
    last = len(loc) - 1 if own_last else -1
    return tuple(
        key
        for place, key in enumerate(loc)
        if place == last or (key not in tags and not (isinstance(key, str) and "[" in key))
    )


def _fields_at(model: type[Frozen], keys: tuple[Hashable, ...]) -> list[str]:
    """The names of the fields that may stand at a place of a record."""
    schema = model.model_json_schema(by_alias=True)
    node: dict[str, Any] = schema
    for key in keys:
        node = _resolve(schema, node)
        node = node.get("items", {}) if isinstance(key, int) else node.get("properties", {}).get(key, {})
    return list(_resolve(schema, node).get("properties", {}))


def _resolve(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    for choice in node.get("anyOf", ()):
        if "$ref" in choice or "items" in choice:
            return _resolve(schema, choice)
    if "$ref" in node:
        target: dict[str, Any] = schema["$defs"][node["$ref"].rpartition("/")[2]]
        return target
    return node
