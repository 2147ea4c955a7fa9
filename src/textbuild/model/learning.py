"""What a student did on his device, as the file that he exports from the page 学习记录 tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verb = Literal["experienced", "attempted", "answered", "completed"]
Kind = Literal["module", "question", "assessment", "workshop"]


@dataclass(frozen=True, slots=True)
class Activity:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Event:
    """One statement: a module read, a question answered, a self-test or a workshop begun or completed."""

    id: str
    verb: Verb
    kind: Kind
    module: Activity
    object: Activity
    time: str
    success: bool | None = None
    score: float | None = None
    """A share, 0 to 1."""
    response: str = ""


@dataclass(frozen=True, slots=True)
class LearningRecord:
    student: str
    """As the student wrote it into the file; else what tells the devices apart."""
    events: tuple[Event, ...]
