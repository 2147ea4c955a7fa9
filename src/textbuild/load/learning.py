"""Files of learning records, exported by students: anything may be in them; each tells in a line what is wrong."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from textbuild.diagnostics import Message, msg
from textbuild.model.learning import Activity, Event, Kind, LearningRecord, Verb

_FORMAT, _VERSION = "textbuild-records", 1
_LARGEST = 20_000_000
_MOST = 50_000
_LONGEST = 200
_VERBS: dict[str, Verb] = {one: one for one in get_args(Verb)}
_KINDS: dict[str, Kind] = {"cmi.interaction": "question", "assessment": "assessment", "simulation": "workshop"}


def read_record(path: Path) -> LearningRecord | Message:
    """The record, or why the file is none. What is no statement of ours in it is left out. Never raises."""
    try:
        if path.stat().st_size > _LARGEST:
            return msg("larger than {size} MB", size=_LARGEST // 1_000_000)
        found = json.loads(path.read_text("utf-8-sig"))
    except OSError:
        return msg("it can not be read")
    except (ValueError, RecursionError):
        return msg("it is no JSON: the export was cut off or changed")
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        return msg("it is no learning record: export it anew on the page 学习记录")
    if found.get("version") != _VERSION:
        return msg("it is of another version of textbuild: export it anew")
    statements = found.get("statements")
    if not isinstance(statements, list) or len(statements) > _MOST:
        return msg("its list of statements is missing or too long")
    student = _text(found.get("student")) or _device(statements) or path.stem[:_LONGEST]
    return LearningRecord(student, tuple(_events(statements)))


def _events(statements: list[Any]) -> Iterator[Event]:
    for one in statements:
        verb = _VERBS.get(_text(_in(one, "verb", "id")).rpartition("/")[2])
        object_ = _activity(_in(one, "object"))
        parents = _in(one, "context", "contextActivities", "parent")
        module = _activity(parents[0]) if isinstance(parents, list) and parents else object_
        if verb is None or object_ is None or module is None:
            continue
        success, score = _in(one, "result", "success"), _in(one, "result", "score", "scaled")
        type_ = _text(_in(one, "object", "definition", "type")).rpartition("/")[2]
        yield Event(
            _text(_in(one, "id")),
            verb,
            _KINDS.get(type_, "module"),
            module,
            object_,
            _text(_in(one, "timestamp")),
            success if isinstance(success, bool) else None,
            _share(score),
            _text(_in(one, "result", "response")),
        )


def _share(score: Any) -> float | None:
    number = isinstance(score, int | float) and not isinstance(score, bool)
    return min(max(float(score), 0.0), 1.0) if number and abs(score) < 1e9 and math.isfinite(score) else None


def _device(statements: list[Any]) -> str:
    names = (_text(_in(one, "actor", "account", "name")) for one in statements)
    return next(filter(None, names), "")[:8]


def _activity(value: Any) -> Activity | None:
    id_ = _text(_in(value, "id"))
    name = _in(value, "definition", "name", "zh-CN")
    return Activity(id_, _text(name) or id_) if id_ else None


def _in(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _text(value: Any) -> str:
    """A text in one line, without half characters, of bearable length."""
    text = value if isinstance(value, str) else ""
    return " ".join(text.encode("utf-8", "replace").decode().split())[:_LONGEST]
