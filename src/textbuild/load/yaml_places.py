"""YAML to plain values, with every place kept and every trick refused.

Scalars stay text unless they are `null`, `true` or `false`: clause `7.10` and key `on` are what they look like.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from textbuild.load.yaml_faults import DuplicateKey, Malformed
from textbuild.model.span import Span

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml: the same result, slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_DEPTH = 40
MAX_ALIASED_NODES = 10_000
_TEXT_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "timestamp", "value", "merge"))
_BRACKET = re.compile(r"[\[\]{}]")
_DEEP_BLOCK = re.compile(r"(?:[-?:][ \t]+){30}|^[ ]{80}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A YAML text's value with the faults found on the way. `value` is None for an empty or malformed text."""

    value: Any
    places: YamlPlaces
    malformed: Malformed | None = None
    duplicates: tuple[DuplicateKey, ...] = ()


@dataclass(slots=True)
class YamlPlaces:
    """Places within one YAML text. They are looked up only when asked for: most never are."""

    path: str
    text: str
    first_line: int = 1
    _node: yaml.Node | None = field(default=None, repr=False, compare=False)
    _noted: dict[tuple[Hashable, ...], Span] = field(default_factory=dict, repr=False, compare=False)

    def at(self, *keys: Hashable) -> Span:
        """The span of the value under `keys`; of the nearest parent where there is no such value."""
        if keys in self._noted:
            return self._noted[keys]
        root = self._root()
        if root is None:
            return Span(self.path, self.first_line, 1, self.first_line, 1)
        node = root
        for key in keys:
            child = _child(node, key)
            if child is None:
                break
            node = child
        if node is root:
            line = node.start_mark.line + self.first_line
            return Span(self.path, line, 1, line, 1)
        return self.span_of(node)

    def note(self, root: yaml.Node, lists: Sequence[str]) -> None:
        """Notes the places of the items of some lists, to be had from now on without composing the text."""
        for name in lists:
            items = _child(root, name)
            if isinstance(items, yaml.SequenceNode):
                self._noted |= {(name, index): self.span_of(item) for index, item in enumerate(items.value)}

    def key(self, *keys: Hashable) -> Span:
        """The span of the last key itself rather than of its value."""
        parent = self.at(*keys[:-1])
        node = self._root()
        for key in keys[:-1]:
            node = _child(node, key) if node is not None else None
        if isinstance(node, yaml.MappingNode):
            for key_node, _ in node.value:
                if key_node.value == keys[-1]:
                    return self.span_of(key_node)
        return parent

    def span_of(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        first = start.line + self.first_line
        if isinstance(node, yaml.ScalarNode) and end.line == start.line:
            return Span(self.path, first, start.column + 1, first, end.column + 1)
        return Span(self.path, first, start.column + 1, first, start.column + 1)

    def __getstate__(self) -> tuple[str, str, int, dict[tuple[Hashable, ...], Span]]:
        return self.path, self.text, self.first_line, self._noted

    def __setstate__(self, state: tuple[str, str, int, dict[tuple[Hashable, ...], Span]]) -> None:
        self.path, self.text, self.first_line, self._noted = state
        self._node = None

    def _root(self) -> yaml.Node | None:
        if self._node is None:
            self._node = yaml.compose(self.text, Loader)
        return self._node


def parse_yaml(text: str, path: str, first_line: int = 1, noted: Sequence[str] = ()) -> Parsed:
    """Reads one YAML document; `noted` are lists of which each item's place will be asked for. Never raises."""
    places = YamlPlaces(path, text, first_line)
    nowhere = YamlPlaces(path, "", first_line)
    if problem := _too_deep(text):
        return Parsed(None, nowhere, Malformed("too-deep", _line(path, first_line + problem - 1)))
    try:
        node = yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        span = Span(path, line + first_line, column + 1, line + first_line, column + 1)
        return Parsed(None, nowhere, Malformed(error.problem or "syntax", span))
    except (yaml.YAMLError, ValueError) as error:
        return Parsed(None, nowhere, Malformed(getattr(error, "reason", None) or "syntax", _line(path, first_line)))
    if node is None:
        return Parsed(None, places)
    reader = _Reader(places)
    try:
        value = reader.value(node, 0)
    except _RefusedError as refused:
        return Parsed(None, places, Malformed(refused.problem, places.span_of(refused.node)))
    places.note(node, noted)
    return Parsed(value, places, None, tuple(reader.duplicates))


class _RefusedError(Exception):
    def __init__(self, problem: str, node: yaml.Node) -> None:
        super().__init__(problem)
        self.problem, self.node = problem, node


class _Reader:
    """Turns nodes into plain values, counting what aliases repeat."""

    def __init__(self, places: YamlPlaces) -> None:
        self.places = places
        self.duplicates: list[DuplicateKey] = []
        self._seen: set[int] = set()
        self._repeated = 0

    def value(self, node: yaml.Node, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise _RefusedError("too-deep", node)
        if id(node) in self._seen:
            self._repeated += 1
            if self._repeated > MAX_ALIASED_NODES:
                raise _RefusedError("too-many-aliases", node)
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if node.tag not in ("tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"):
            raise _RefusedError("tag-refused", node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, depth + 1) for item in node.value]
        return self._mapping(node, depth)

    def _mapping(self, node: yaml.Node, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        first: dict[str, yaml.Node] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise _RefusedError("key-not-text", key_node)
            key = key_node.value
            if key in first:
                span, before = self.places.span_of(key_node), self.places.span_of(first[key])
                self.duplicates.append(DuplicateKey(key, span, before))
                continue
            first[key] = key_node
            result[key] = self.value(value_node, depth + 1)
        return result


def _scalar(node: yaml.ScalarNode) -> str | bool | None:
    text: str = node.value
    if not node.style:  # plain: a quoted "true" is text
        if node.tag == "tag:yaml.org,2002:null":
            return None
        if node.tag == "tag:yaml.org,2002:bool":
            return {"true": True, "false": False}.get(text.lower(), text)  # `on`, `yes`, `NO` are words
    if node.tag in _TEXT_TAGS or node.tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:bool"):
        return text
    raise _RefusedError("tag-refused", node)


def _child(node: yaml.Node, key: Hashable) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and 0 <= key < len(node.value):
        found: yaml.Node = node.value[key]
        return found
    return None


def _too_deep(text: str) -> int | None:
    """The line where a text nests so deep that composing it could exhaust the stack; None for any sane text."""
    if not _may_be_deep(text):
        return None
    depth = 0
    try:
        for event in _events(text):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return event.start_mark.line + 1 if event.start_mark else 1
    except yaml.YAMLError:
        return None if depth <= MAX_DEPTH else 1
    return None


def _may_be_deep(text: str) -> bool:
    """A quick look that never misses a deep text."""
    if _DEEP_BLOCK.search(text):
        return True
    depth = deepest = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest > MAX_DEPTH


def _events(text: str) -> Iterator[yaml.Event]:
    yield from yaml.parse(text, Loader)


def _line(path: str, line: int) -> Span:
    return Span(path, line, 1, line, 1)
