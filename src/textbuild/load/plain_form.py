"""Reads the one form in which textbuild writes a standard's record, faster than YAML, to which it leaves all else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from textbuild.model.dates import PartialDate
from textbuild.model.standard import Check, Standard

_SIGNS = "A-Za-z0-9\u4e00-\u9fff（）”》"
BARE = rf"[A-Za-z\u4e00-\u9fff](?:[{_SIGNS}_ /.、，。；：“《－—-]*[{_SIGNS}。])?"
"""Text that needs no quotes, even within brackets, apart from words that mean something else."""
_MAX = 100_000
"""Characters: a longer record is none of ours."""
_DATE = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_WORD = rf"(?!(?i:null|true|false)[,\]}}\n]){BARE}"
_TEXT = rf'(?:"[^"\\\n]*"|{_WORD})'
_ITEM = rf"(?:{_TEXT}|\{{edition: {_TEXT}, extent: (?:partial|full)\}})"
_LISTS = frozenset({"sectors", "ics", "ccs", "replaces"})
_DATES = frozenset({"published", "effective", "withdrawn"})


def _line(indent: str, names: Sequence[str], value: str) -> str:
    """Fields that may each stand once, in this order."""
    return "".join(rf"(?:{indent}{name}: {value}\n)?" for name in names)


def _list(item: str) -> str:
    return rf"\[{item}(?:, {item})*\]"


_SAW = _list(_WORD)
_CHECK = rf"\{{source: {_TEXT}, kind: [a-z]+, on: {_DATE}(?:, saw: {_SAW})?(?:, doubt: {_TEXT})?(?:, note: {_TEXT})?\}}"
_FORM = re.compile(
    rf"kind: standard\nnumber: {_TEXT}\n"
    + _line("", ("title", "title_en", "nature", "issuer"), _TEXT)
    + _line("", ("sectors", "ics", "ccs"), _list(_TEXT))
    + _line("", ("note",), _TEXT)
    + r"editions:\n(?:"
    + rf"  - edition: {_TEXT}\n"
    + _line("    ", ("title",), _TEXT)
    + _line("    ", ("published", "effective"), _DATE)
    + _line("    ", ("withdrawn",), f"(?:{_DATE}|true)")
    + _line("    ", ("replaces",), _list(_ITEM))
    + _line("    ", ("reported", "note"), _TEXT)
    + rf"(?:    checks:\n(?:      - {_CHECK}\n)+)?"
    + ")+"
)
_ITEMS = re.compile(rf"\{{edition: ({_TEXT}), extent: (partial|full)\}}|({_TEXT})")
_CHECK_PARTS = re.compile(
    rf"\{{source: ({_TEXT}), kind: (.+?), on: (.+?)(?:, saw: \[(.+?)\])?"
    rf"(?:, doubt: ({_TEXT}))?(?:, note: ({_TEXT}))?\}}"
)


def read(text: str) -> Standard | None:
    """The record that a text in this form holds, as YAML would give it; None for a text in any other form.

    A backslash, a tab or a sign that does not print may mean something to YAML: such a text is in another form.
    """
    if len(text) > _MAX or "\\" in text or not text.replace("\n", "").isprintable() or not _FORM.fullmatch(text):
        return None
    try:
        return Standard.model_validate(_record(text))
    except ValueError:  # a day that is none, a kind of source that is none: YAML's way has the words for it
        return None


def _record(text: str) -> dict[str, Any]:
    head, *editions = text.removesuffix("\n").split("\n  - ")
    record: dict[str, Any] = dict(_fields(head.removesuffix("\neditions:")))
    found = record["editions"] = []
    for written in editions:
        fields, _, checks = written.partition("\n    checks:\n")
        edition = dict(_fields(fields))
        if checks:
            edition["checks"] = [_check(line) for line in checks.split("\n")]
        found.append(edition)
    return record


def _fields(lines: str) -> Iterator[tuple[str, Any]]:
    for line in lines.split("\n"):
        name, _, value = line.partition(": ")
        name = name.lstrip()
        if name in _LISTS:
            yield name, [_item(*item) for item in _ITEMS.findall(value)]
        elif name in _DATES:
            yield name, True if value == "true" else _day(value)
        else:
            yield name, _plain(value)


def _item(edition: str, extent: str, alone: str) -> Any:
    return _plain(alone) if alone else {"edition": _plain(edition), "extent": extent}


def _plain(value: str) -> str:
    return value[1:-1] if value[0] == '"' else value


@lru_cache(maxsize=1 << 12)
def _check(line: str) -> Check:
    """The reading in a line. Rows of one register share theirs: each is made once."""
    parts = _CHECK_PARTS.search(line)
    assert parts is not None, "the form holds it"
    source, kind, on, saw, doubt, note = parts.groups()
    fields: dict[str, Any] = {"source": _plain(source), "kind": kind, "on": on}
    fields |= {"saw": saw.split(", ")} if saw else {}
    fields |= {"doubt": _plain(doubt)} if doubt else {}
    fields |= {"note": _plain(note)} if note else {}
    return Check.model_validate(fields)


_day = lru_cache(maxsize=1 << 14)(PartialDate.parse)
