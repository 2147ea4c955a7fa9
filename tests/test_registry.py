"""Our own registry: as many real records as were promised, each with where its facts come from."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import yaml

from textbuild.link.evidence import contradictions
from textbuild.link.registry import EditionEntry, Registry
from textbuild.link.verdict import Status, verdict
from textbuild.load.importers.mapping import load_mapping
from textbuild.load.library import Records, load_records
from textbuild.model.standard import Evidence

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 24)
INTERNATIONAL = ("ISO", "IEC", "RFC")


@cache
def records() -> Records:
    return load_records(ROOT)


@cache
def registry() -> Registry:
    return Registry.of(records().standards)


def read_in_a_source(entry: EditionEntry, *fields: str) -> bool:
    """Whether the edition has these fields, and each was read in a source, not only recalled."""
    real = (check for check in entry.edition.checks if check.kind is not Evidence.RECALLED)
    saw = {name for check in real for name in check.saw}
    return set(fields) <= saw and all(getattr(entry.edition, name) for name in fields)


def majors() -> set[str]:
    config = yaml.safe_load((ROOT / "books/library.yml").read_text("utf-8"))
    return {major["code"] for major in config["majors"]}


def sectors() -> set[str]:
    config = yaml.safe_load((ROOT / "books/library.yml").read_text("utf-8"))
    return {sector["id"] for sector in config["sectors"]}


def test_it_holds_1500_standards_of_all_six_sectors() -> None:
    assert len(registry().standards) >= 1500
    assert {sector for one in records().standards for sector in one.value.sectors} == sectors()
    assert records().found == ()


def test_both_days_of_more_than_500_chinese_editions_were_read_in_a_source() -> None:
    chinese = [one for one in registry().editions.values() if not one.standard.value.number.startswith(INTERNATIONAL)]
    assert sum(read_in_a_source(one, "published", "effective") for one in chinese) > 500


def test_each_edition_says_where_it_comes_from() -> None:
    assert [number for number, entry in registry().editions.items() if not entry.edition.checks] == []


def test_what_no_source_was_read_for_is_never_current() -> None:
    for number, entry in registry().editions.items():
        if verdict(registry(), number, DAY, 10_000).status is Status.CURRENT:
            assert read_in_a_source(entry, "effective") or read_in_a_source(entry, "published"), number
            assert not contradictions(entry.edition), number


def test_relations_are_known_from_both_ends() -> None:
    relations = {
        (newer, older.edition) for newer, entry in registry().editions.items() for older in entry.edition.replacements
    }
    assert len(relations) > 1000
    assert {older for _, older in relations} <= registry().editions.keys()
    assert {(one.edition, older) for _, older in relations for one in registry().successors(older)} == relations


def test_the_conflicts_that_the_table_notes_are_kept() -> None:
    mapping = load_mapping(ROOT, "standards/mappings/chinese-standards.yml")
    noted = [
        (number, one.found) for number, special in mapping.overrides.items() for one in special.checks if one.found
    ]
    assert len(noted) > 10
    for number, found in noted:
        assert found in [check.found for check in registry().editions[number].edition.checks], number


def test_each_major_has_a_job_that_says_what_it_rests_on() -> None:
    jobs = [one.value for one in records().jobs]
    assert len(jobs) >= 28
    assert {major for job in jobs for major in job.majors} >= majors()
    for job in jobs:
        assert job.tasks, job.id
        assert all(task.competencies for task in job.tasks) or job.issuer.kind == "sample", job.id
        assert job.issuer.kind == "sample" or (job.issuer.name and job.note and job.checks), job.id


def test_tasks_of_the_classification_are_not_called_a_function_table() -> None:
    for job in (one.value for one in records().jobs):
        if "主要工作任务" in job.issuer.name:
            assert "不是国家职业标准" in (job.note or "") or "征求意见稿" in (job.note or ""), job.id


def test_each_process_has_steps_parameters_hazards_and_says_what_it_rests_on() -> None:
    processes = [one.value for one in records().processes]
    assert len(processes) >= 28
    for process in processes:
        assert process.note, process.id
        assert process.checks, process.id
        assert any(step.parameters for step in process.steps), process.id
        assert any(step.hazards for step in process.steps), process.id
    parameters = [one for process in processes for step in process.steps for one in step.parameters]
    assert any(one.min is not None or one.max is not None for one in parameters)
    assert all(one.evidence != "seen" or one.source or one.basis for one in parameters)
