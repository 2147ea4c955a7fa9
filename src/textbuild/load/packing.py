"""What was read from files to bytes and back: for other processes and for the next run."""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from textbuild.model.book import Anchor, Heading, Link
from textbuild.model.citation import Citation, Reference
from textbuild.model.dates import PartialDate
from textbuild.model.span import Span
from textbuild.model.standard_number import StandardNumber

Reducer = Callable[[Any], tuple[type, tuple[object, ...]]]


def pack(value: Any) -> bytes:
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _TABLE
    pickler.dump(value)
    return stream.getvalue()


def unpack(packed: bytes) -> Any:
    """What `pack` was given. Only for bytes that textbuild itself has made: they can run anything."""
    return pickle.loads(packed)


def _reducer(kind: type) -> Reducer:
    """Gives an object of `kind` as its class and all its fields: the way of `dataclasses` takes three times as long."""
    values = attrgetter(*(field.name for field in fields(kind) if field.init))
    return lambda value: (kind, values(value))


_NUMEROUS = (Span, StandardNumber, Citation, Reference, Heading, Anchor, Link, PartialDate)
"""What a module or a registry holds by the hundred; every one has several fields."""
_TABLE: Mapping[type, Any] = MappingProxyType(
    {**copyreg.dispatch_table, **{kind: _reducer(kind) for kind in _NUMEROUS}}
)
