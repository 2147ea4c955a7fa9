"""Writes a whole library to measure on: books made of a real one's text, records taken from a real library.

`python -m benchmarks.library SOURCE TARGET SHAPE` does so; SHAPE is JSON with fields of `Shape`.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.material import Material, book_texts, gather
from benchmarks.module_text import Assignment, write_module
from benchmarks.records import Choice, choose
from textbuild.model.job import JobSpec

_BOOK = "books/new-energy-vehicle-technology"
_IMAGES_PER_BOOK = 8
_MODULES_PER_PROJECT = 5
_BASIS = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """How large the library is. `size` is that of a module in bytes."""

    books: int = 28
    modules: int = 40
    standards: int = 500
    size: int = 7_000
    seed: int = 460702


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    day: date
    """The day to check and build the library on."""
    modules: int
    standards: int
    bytes: int
    """Of all modules."""


def write_library(source: Path, target: Path, shape: Shape) -> Written:
    """Writes a library of the same form as the one in `source` to `target`. The same inputs give the same bytes."""
    texts = book_texts(source / _BOOK)
    choice = choose(source, shape.standards, texts)
    material = gather(texts, choice.allows)
    for path in choice.paths:
        _copy(source / path, target / path)
    _copy(source / "mkdocs.yml", target / "mkdocs.yml")
    majors = _write_config(source, target, shape.books)
    sizes = [
        size
        for index in range(shape.books)
        for size in _write_book(source, target, index, majors[index % len(majors)], choice, material, shape)
    ]
    return Written(choice.day, len(sizes), choice.standards, sum(sizes))


def book_id(index: int) -> str:
    return f"book-{index + 1:02}"


def _write_config(source: Path, target: Path, books: int) -> list[dict[str, Any]]:
    """The collection's file, with a book for each of the first majors. Returns the majors."""
    config = yaml.safe_load((source / "books/library.yml").read_text(encoding="utf-8"))
    majors: list[dict[str, Any]] = config["majors"]
    for index, major in enumerate(majors):
        major.pop("book", None)
        if index < books:
            major["book"] = book_id(index)
    _write(target / "books/library.yml", _yaml(config))
    return majors


def _write_book(
    source: Path, target: Path, index: int, major: dict[str, Any], choice: Choice, material: Material, shape: Shape
) -> list[int]:
    random = Random(shape.seed * 1000 + index)
    folder = target / "books" / book_id(index)
    figures = tuple(random.sample(material.figures, min(_IMAGES_PER_BOOK, len(material.figures))))
    for figure in figures:
        _copy(source / _BOOK / figure.file, folder / figure.file)
    own = replace(material, figures=figures)
    job = choice.jobs[index % len(choice.jobs)]
    sizes: list[int] = []
    names: list[str] = []
    for number in range(1, shape.modules + 1):
        one = _assignment(index, number, job, choice, names, random)
        text = write_module(one, own, random, shape.size)
        names.append(f"{one.number}-{one.title}.md")
        sizes.append(len(text.encode()))
        _write(folder / names[-1], text)
    taught = shape.modules >= len(job.tasks)
    _write(folder / "book.yml", _yaml(_config(index, major, [job.id] if taught else [], names)))
    return sizes


def _assignment(
    index: int, number: int, job: JobSpec, choice: Choice, names: Sequence[str], random: Random
) -> Assignment:
    task = job.tasks[(number - 1) % len(job.tasks)]
    return Assignment(
        f"{index + 1:02}-{number:02}",
        f"模块{number}",
        f"{job.id}#{task.id}",
        choice.processes[(index + number) % len(choice.processes)],
        tuple(random.sample(choice.citable, min(_BASIS, len(choice.citable)))),
        names[-1] if names else None,
    )


def _config(index: int, major: dict[str, Any], jobs: Sequence[str], names: Sequence[str]) -> dict[str, Any]:
    projects = [names[start : start + _MODULES_PER_PROJECT] for start in range(0, len(names), _MODULES_PER_PROJECT)]
    return {
        "id": book_id(index),
        "title": f"{major['title']}（第 {index + 1} 册）",
        "major": major["code"],
        "sector": major["sector"],
        "authors": [{"name": "textbuild", "role": "主编"}],
        "jobs": list(jobs),
        "generated": True,
        "nav": [{f"项目{number}": list(project)} for number, project in enumerate(projects, 1)],
    }


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


if __name__ == "__main__":
    written = write_library(Path(sys.argv[1]), Path(sys.argv[2]), Shape(**json.loads(sys.argv[3])))
    print(json.dumps({**asdict(written), "day": written.day.isoformat()}))
