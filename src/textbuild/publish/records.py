"""Changes records on disk: what people wrote around a record, its comments and its order, stays."""

from __future__ import annotations

import difflib
import io
import os
import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from textbuild.load.files import Text
from textbuild.load.records import read_record
from textbuild.model.standard import Standard
from textbuild.model.standard_number import canonical
from textbuild.publish.record_text import Bare, Plain, is_bare, plain, render
from textbuild.publish.skeletons import slug

_INDENTED = re.compile(r"^editions:[ \t]*(?:#.*)?\n(?:[ \t]*#.*\n)*([ ]*)- ", re.MULTILINE)
_BLOCKS = frozenset({"editions", "checks", "clauses", "settled"})
"""Lists that are written one item a line."""


def path_for(identity: str) -> str:
    """Where a new record is kept: `standards/national/gb-38031.yml`."""
    code = identity.rpartition(" ")[0]
    if code.startswith(("ISO", "IEC", "RFC", "BCP", "IEEE", "EN", "CISPR")):
        folder = "international"
    elif code.startswith(("T/", "Q/")):
        folder = "group" if code[0] == "T" else "enterprise"
    elif code.startswith("DB"):
        folder = "local"
    else:
        folder = "national" if code in ("GB", "GB/T", "GB/Z", "GBJ", "GBZ", "GBZ/T") else "sector"
    return f"standards/{folder}/{slug(identity)}.yml"


def changed_text(text: str, old: Standard, new: Standard) -> str | None:
    """The file's text with the record `old` made `new`. A file as textbuild writes it is written anew.

    None where the result would not read back as `new`: then a person has to change the file.
    """
    if render(old) == text:
        return render(new)
    parser = _parser(text)
    out = io.StringIO()
    try:
        document = parser.load(text)
        _change_mapping(document, plain(old), plain(new))
        parser.dump(document, out)
    except YAMLError:
        return None
    record, _ = read_record(Text("", out.getvalue()))
    return out.getvalue() if record is not None and record.value == new else None


def diff(path: str, before: str | None, after: str) -> str:
    """What a change does to a file, as a unified diff."""
    old = [] if before is None else before.splitlines(keepends=True)
    name = "/dev/null" if before is None else f"a/{path}"
    return "".join(difflib.unified_diff(old, after.splitlines(keepends=True), name, f"b/{path}"))


def write(root: Path, path: str, text: str) -> None:
    """Writes the file beside and renames it: a run that dies leaves the old one whole."""
    folder, _, name = f"{root}/{path}".rpartition("/")
    beside = f"{folder}/.{name}.{os.getpid()}.tmp"
    try:
        file = _create(beside)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
        file = _create(beside)
    try:
        with file:
            file.write(text.encode())
        os.replace(beside, f"{folder}/{name}")
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(beside)
        raise


@cache
def is_inside(root: Path, folder: str) -> bool:
    """Whether a folder of the library, links followed, lies within it."""
    return (root / folder).resolve().is_relative_to(root.resolve())


def _create(path: str) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o644), "wb")


class _TextResolver(VersionedResolver):
    """Every scalar stays the text it is: 7.10, 2026-07-01, null."""

    @property
    def versioned_resolver(self) -> Any:
        return {}


def _parser(text: str) -> YAML:
    parser = YAML(typ="rt")
    parser.Resolver = _TextResolver
    parser.preserve_quotes = True
    parser.width = 1_000_000
    parser.allow_unicode = True
    parser.brace_single_entry_mapping_in_flow_sequence = True
    found = _INDENTED.search(text)
    offset = len(found[1]) if found else 2
    parser.indent(mapping=2, sequence=2 + offset, offset=offset)
    return parser


def _change_mapping(node: CommentedMap, old: dict[str, Plain], new: dict[str, Plain]) -> None:
    for name in old:
        if name not in new and name in node:
            del node[name]
    order = list(new)
    for name, value in new.items():
        if name not in node:
            node.insert(_position(node, order, name), name, _node(value, name))
        elif value != old.get(name):
            node[name] = _changed(node[name], old.get(name), value, name)


def _position(node: CommentedMap, order: list[str], name: str) -> int:
    """After the nearest field that is written before this one."""
    keys = list(node)
    before = [keys.index(one) for one in order[: order.index(name)] if one in keys]
    return before[-1] + 1 if before else 0


def _changed(node: Any, old: Plain, new: Plain, name: str) -> Any:
    if isinstance(node, CommentedMap) and isinstance(new, dict) and isinstance(old, dict):
        _change_mapping(node, old, new)
        return node
    if isinstance(node, CommentedSeq) and isinstance(new, list) and isinstance(old, list) and len(node) == len(old):
        _change_list(node, old, new, name)
        return node
    return _node(new, name)


def _change_list(node: CommentedSeq, old: list[Plain], new: list[Plain], name: str) -> None:
    """Items are recognised by what they are about; the rest is taken out or put in where it belongs."""
    wanted = [_identity(item) for item in new]
    for index in reversed(range(len(old))):
        if _identity(old[index]) not in wanted:
            del node[index]
    before = {_identity(item): item for item in old}
    for index, item in enumerate(new):
        identity = _identity(item)
        if identity not in before:
            node.insert(index, _node(item, ""))
        elif before[identity] != item:
            node[index] = _changed(node[index], before[identity], item, "")


def _identity(item: Plain) -> Any:
    if not isinstance(item, dict):
        return str(item)
    if "edition" in item:
        return canonical(item["edition"])
    if "number" in item:
        return item["number"]
    return tuple((name, str(item.get(name))) for name in ("source", "kind", "on", "condition", "field", "found"))


def _node(value: Plain, name: str) -> Any:
    if isinstance(value, dict):
        mapping = CommentedMap((key, _node(item, key)) for key, item in value.items())
        if "edition" not in value or "extent" in value:
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(value, list):
        items = CommentedSeq(_node(item, "") for item in value)
        if name not in _BLOCKS:
            items.fa.set_flow_style()
        return items
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, Bare) or is_bare(value) else DoubleQuotedScalarString(value)
