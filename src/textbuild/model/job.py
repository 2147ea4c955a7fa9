"""A job specification (岗位规范): duties, their tasks, the competencies each task needs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from textbuild.model.base import Frozen, Slug, Text
from textbuild.model.standard import Check


class Occupation(Frozen):
    """The occupation of the national classification that a job belongs to."""

    code: str | None = None
    edition: str | None = None
    name: str | None = None
    levels: tuple[str, ...] = ()


class Issuer(Frozen):
    kind: Literal["national", "industry", "enterprise", "sample"]
    name: Text


class Competency(Frozen):
    id: Text
    title: Text


class Task(Frozen):
    id: Text
    title: Text
    competencies: tuple[Competency, ...] = ()


class Duty(Frozen):
    id: Text
    title: Text
    tasks: tuple[Task, ...] = ()


class JobSpec(Frozen):
    kind: Literal["job"]
    id: Annotated[str, StringConstraints(pattern=r"^job:[a-z0-9][a-z0-9-]*$")]
    title: Text
    occupation: Occupation | None = None
    issuer: Issuer
    sectors: tuple[Slug, ...] = ()
    majors: tuple[str, ...] = ()
    duties: tuple[Duty, ...] = Field(min_length=1)
    basis: tuple[str, ...] = ()
    note: str | None = None
    checks: tuple[Check, ...] = ()

    @property
    def tasks(self) -> tuple[Task, ...]:
        return tuple(task for duty in self.duties for task in duty.tasks)

    def part(self, part_id: str) -> Duty | Task | Competency | None:
        """The duty, task or competency with this id."""
        for duty in self.duties:
            if duty.id == part_id:
                return duty
            for task in duty.tasks:
                if task.id == part_id:
                    return task
                for competency in task.competencies:
                    if competency.id == part_id:
                        return competency
        return None
