"""Which tasks of its jobs a book teaches, practises and assesses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import DAY, WriteLibrary
from textbuild.link.coverage import Coverage, Layer, coverage
from textbuild.link.library import link_library
from textbuild.load.library import load_library

JOB = """\
kind: job
id: job:fitter
title: 装配工
issuer: {kind: sample, name: 示例}
duties:
  - id: A
    title: 装配
    tasks:
      - id: A1
        title: 装箱
        competencies: [{id: A1-S1, title: 定扭}, {id: A1-S2, title: 接线}]
      - {id: A2, title: 检漏}
  - id: B
    title: 检修
    tasks: [{id: B1, title: 诊断}]
"""
PROCESS = """\
kind: process
id: process:pack
title: 装配流程
steps: [{id: S1, title: 入箱}]
"""
T, P, A = Layer.TAUGHT, Layer.PRACTISED, Layer.ASSESSED


def book(write: WriteLibrary, module: str, **more: str) -> Coverage:
    root: Path = write(
        {
            "standards/jobs/fitter.yml": JOB,
            "standards/processes/pack.yml": PROCESS,
            "books/ev/book.yml": "title: 动力电池\njobs: [job:fitter]\n",
            "books/ev/1-1.md": module,
            **{f"books/ev/{name}.md": text for name, text in more.items()},
        }
    )
    [linked] = link_library(load_library(root)[0], DAY).books
    return coverage(linked)


def module(front: str = "", body: str = "", id_: str = "EV-1") -> str:
    return f"---\ntitle: 甲\nid: {id_}\n{front}\n---\n\n{body}\n"


def layers(found: Coverage) -> dict[str, frozenset[Layer]]:
    """Of the first module, without what it does not cover."""
    return {row.part.id: row.cells[0] for row in found.rows if row.cells[0]}


def test_there_is_a_row_for_each_task_and_competency(write_library: WriteLibrary) -> None:
    found = book(write_library, module())
    assert [row.name for row in found.rows] == [
        f"job:fitter#{part}" for part in ("A1", "A1-S1", "A1-S2", "A2", "B1")
    ]  # fmt: skip


def test_the_front_matter_teaches(write_library: WriteLibrary) -> None:
    found = book(write_library, module("jobs: [job:fitter#A2]"))
    assert layers(found) == {"A2": {T}}


@pytest.mark.parametrize(
    ("named", "covered"),
    [
        ("A", {"A1", "A1-S1", "A1-S2", "A2"}),
        ("A1", {"A1", "A1-S1", "A1-S2"}),
        ("A1-S1", {"A1", "A1-S1"}),
    ],
)
def test_a_whole_covers_its_parts_and_a_competency_its_task(
    write_library: WriteLibrary, named: str, covered: set[str]
) -> None:
    assert set(layers(book(write_library, module(f"jobs: [job:fitter#{named}]")))) == covered


@pytest.mark.parametrize("front", ["jobs: [job:fitter]", "jobs: [job:unknown#A1]", "jobs: [job:fitter#Z9]"])
def test_a_whole_job_or_an_unknown_part_covers_nothing(write_library: WriteLibrary, front: str) -> None:
    assert layers(book(write_library, module(front))) == {}


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("## 实施步骤", {P}),
        ("## 实训一", {P}),
        ("## 课后练习", {P}),
        ("## 实施步骤\n\n### 一、入箱", {P}),
        ("## 自测", {A}),
        ("## 评价表", {A}),
        ("## 质量检验", {A}),
        ("## 自测练习", {A}),
        ("## 实施步骤\n\n### 质量检验", {A}),
        ("## 实施步骤\n\n### 质量检验\n\n### 收尾", {P}),
        ("## 实施步骤\n\n## 术语", None),
        ("## 岗位对接", None),
        ("# 电池质量检验", None),
        ("", None),
    ],
)
def test_the_nearest_heading_of_a_layer_decides(
    write_library: WriteLibrary, headings: str, expected: set[Layer] | None
) -> None:
    found = book(write_library, module(body=f"{headings}\n\n做 [@job:fitter#B1]。"))
    assert layers(found) == ({} if expected is None else {"B1": expected})


STEPS = "## 实施步骤\n\n做。"


@pytest.mark.parametrize(
    ("front", "body", "expected"),
    [
        ("jobs: [job:fitter#B1]\nprocesses: [process:pack]", STEPS, {T, P}),
        ("jobs: [job:fitter#B1]\nprocesses: [process:pack#S1]", STEPS, {T, P}),
        ("jobs: [job:fitter#B1]\nprocesses: [process:pack]", "## 知识准备\n\n读。", {T}),
        ("jobs: [job:fitter#B1]\nprocesses: [process:none]", STEPS, {T}),
        ("jobs: [job:fitter#B1]", STEPS, {T}),
    ],
)
def test_a_process_with_steps_practises_the_tasks_of_the_front_matter(
    write_library: WriteLibrary, front: str, body: str, expected: set[Layer]
) -> None:
    assert layers(book(write_library, module(front, body))) == {"B1": expected}


def test_orphans_both_ways(write_library: WriteLibrary) -> None:
    found = book(
        write_library, module("jobs: [job:fitter#A1-S1]"), **{"1-2": module(id_="EV-2"), "0": module("kind: front")}
    )
    assert [row.part.id for row in found.uncovered] == ["A1-S2", "A2", "B1"]
    assert [one.path for one in found.idle] == ["books/ev/1-2.md"]
    assert (found.tasks(), found.tasks(T), found.tasks(A)) == (3, 1, 0)


def test_the_competencies_of_an_uncovered_task_are_not_listed_again(write_library: WriteLibrary) -> None:
    assert [row.part.id for row in book(write_library, module()).uncovered] == ["A1", "A2", "B1"]


def test_a_page_of_another_kind_counts_where_it_covers_something(write_library: WriteLibrary) -> None:
    found = book(write_library, module("kind: appendix\njobs: [job:fitter#A1]"))
    assert [one.path for one in found.modules] == ["books/ev/1-1.md"]


def test_a_book_without_jobs_has_no_rows(write_library: WriteLibrary) -> None:
    [linked] = link_library(load_library(write_library({}))[0], DAY).books
    found = coverage(linked)
    assert (found.jobs, found.rows, len(found.idle)) == ((), (), 1)


def test_a_self_test_assesses_under_any_heading(write_library: WriteLibrary) -> None:
    quiz = "!!! quiz\n\n    - [x] 甲\n    - [ ] 乙\n      错。\n\n    解析：见上。[@job:fitter#A2]\n\n[@job:fitter#B1]"
    assert layers(book(write_library, module(body=f"## 小结\n\n{quiz}"))) == {"A2": {A}}
