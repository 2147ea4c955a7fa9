"""Whole imports, from the registers' files to the library's."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from textbuild.link.merge import conflicts_of
from textbuild.load.importers import read_rows
from textbuild.load.library import load_records
from textbuild.publish.importing import Report, import_rows, writer

FILES = {
    "national.json": json.dumps(
        {
            "rows": [
                {"C_STD_CODE": "GB 38031-2025", "C_C_NAME": "<sacinfo>电池</sacinfo>安全", "STATE": "现行",
                 "ISSUE_DATE": "2025-03-28", "ACT_DATE": "2026-07-01"},
                {"C_STD_CODE": "GB 10395.1-2025", "C_C_NAME": "农业机械", "ISSUE_DATE": "2025-12-02", "ACT_DATE": "2026-11-01"},
            ]
        },
        ensure_ascii=False,
    ),
    "sector.json": json.dumps(
        {"records": [{"code": "QC/T 1206.1-2024", "chName": "箱体", "issueDate": 1711900800000, "chargeDept": "工信部"}]},
        ensure_ascii=False,
    ),
    "table.csv": "标准号,标准名称,状态,发布日期,实施日期,代替标准\n"
    "GB 38031-2025,电池安全,即将实施,2025-03,2026-07-01,GB 38031-2020；GB/T 31485-2015\n"
    "GB 10395.1-2025,农业机械,,2025-12-02,2027-01-01,GB 10395.1-2009\n"
    "QC/T 1206.1-2024,箱体,现行,2024-04-01,,\n",
    "iso.jsonl": '{"id": 1, "reference": "ISO 6469-1:2019", "title": {"en": "Safety"}, "publicationDate": "2019-04-01", '
    '"currentStage": 6060, "replaces": [2]}\n'
    '{"id": 2, "reference": "ISO 6469-1:2009", "publicationDate": "2009-09-01", "currentStage": 9599, "replacedBy": [1]}\n',
    "rfc-index.xml": '<rfc-index xmlns="https://www.rfc-editor.org/rfc-index"><rfc-entry><doc-id>RFC9110</doc-id>'
    "<title>HTTP</title><date><month>June</month><year>2022</year></date>"
    "<obsoletes><doc-id>RFC7231</doc-id></obsoletes></rfc-entry></rfc-index>",
}  # fmt: skip
"""Sources that tell of the same standards: with another label, less exactly, with relations, and with one contradiction."""


def imported(root: Path, names: Sequence[str]) -> Report:
    """The report of the last of the imports."""
    for name in names:
        path = root / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FILES[name], "utf-8")
        for folder in ("books", "standards"):
            (root / folder).mkdir(exist_ok=True)
        report = import_rows(root, read_rows(root, path, source=name, on=date(2026, 11, 20)), writer(root))
    return report


def written(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.glob("standards/**/*.yml")}


def contradicted(root: Path) -> set[tuple[str, str, frozenset[str]]]:
    records = load_records(root)
    assert records.found == ()
    return {
        (one.edition, one.field, frozenset(value for value, _ in one.values))
        for standard in records.standards
        for edition in standard.value.editions
        for one in conflicts_of(edition)
    }


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(list(FILES)))
def test_any_order_of_sources_gives_the_same_registry_and_the_same_conflicts(tmp_path: Path, order: list[str]) -> None:
    roots = [tmp_path / "one", tmp_path / "other"]
    for root, names in zip(roots, (list(FILES), order), strict=True):
        shutil.rmtree(root, ignore_errors=True)
        imported(root, names)
    assert (
        contradicted(roots[0])
        == contradicted(roots[1])
        == {("GB 10395.1-2025", "effective", frozenset({"2026-11-01", "2027-01-01"}))}
    )
    one, other = map(written, roots)
    assert one.keys() == other.keys()
    assert {path for path in one if one[path] != other[path]} <= {"standards/national/gb-10395.1.yml"}


@pytest.mark.parametrize("name", FILES)
def test_importing_a_source_again_changes_nothing(tmp_path: Path, name: str) -> None:
    first = imported(tmp_path, [name])
    before = written(tmp_path)
    again = imported(tmp_path, [name])
    assert (again.new, again.changed, again.unchanged) == (0, 0, first.new)
    assert written(tmp_path) == before


def test_importing_all_sources_again_changes_nothing(tmp_path: Path) -> None:
    imported(tmp_path, list(FILES))
    before = written(tmp_path)
    imported(tmp_path, list(FILES))
    assert written(tmp_path) == before
