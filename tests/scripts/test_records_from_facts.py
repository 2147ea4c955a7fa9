"""Job and process records say what they rest on, and files that people keep stay."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

SCRIPT = Path(__file__).parents[2] / "scripts" / "records_from_facts.py"
JOB = {
    "title": "焊工", "code": "6-18-02-04", "edition": "大典2022年版", "levels": "未看到", "sector": "农机装备",
    "majors": ["460104"], "functions_basis": "catalogue_tasks", "sources": ["https://example.org/job_match （转录）"],
    "functions": [{"name": "焊接", "work": [{"name": "准备", "skills": ["清理坡口", "装配定位"]}]}],
}  # fmt: skip
PROCESS = {
    "title": "弧焊", "sector": "农机装备", "majors": ["460104"], "sources": ["甲页"], "note": None,
    "steps": [{
        "title": "焊接", "equipment": ["焊机"], "quality": ["无气孔"], "hazards": ["弧光"], "step_source": "甲页",
        "parameters": [
            {"name": "电流", "unit": "A", "min": 180, "max": 220, "typical": 200.0, "evidence": "seen", "source": "甲页"},
            {"name": "配比", "unit": "—", "min": None, "max": None, "typical": "2/3",
             "evidence": "general engineering knowledge", "source": "general engineering knowledge"},
        ],
    }],
}  # fmt: skip
NAMES = {"checked": "2026-11-23", "sectors": {"农机装备": "agricultural-machinery"}, "jobs": {"焊工": "welder"},
         "processes": {"弧焊": "arc-welding"}}  # fmt: skip
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Runs the script on the two lists, with fields of the job changed. Returns the library's folder."""
    script = _script()
    monkeypatch.setattr(script, "ROOT", tmp_path)
    (tmp_path / "standards/mappings").mkdir(parents=True)
    (tmp_path / "standards/mappings/facts.yml").write_text(yaml.safe_dump(NAMES, allow_unicode=True), "utf-8")

    def run(**changes: Any) -> Path:
        for name, facts in (("jobs", {**JOB, **changes}), ("processes", PROCESS)):
            (tmp_path / f"{name}.yml").write_text(yaml.safe_dump([facts], allow_unicode=True), "utf-8")
        assert script.main([str(tmp_path / "jobs.yml"), str(tmp_path / "processes.yml")]) == 0
        return tmp_path

    return run


def record(root: Path, path: str) -> dict[str, Any]:
    found = yaml.safe_load((root / "standards" / path).read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_tasks_of_the_classification_are_not_called_a_function_table(make: Make) -> None:
    job = record(make(), "jobs/welder.yml")
    assert job["issuer"] == {"kind": "national", "name": "职业分类大典(2022年版) 主要工作任务"}
    assert "不是国家职业标准的“职业功能”表" in job["note"]


def test_a_function_table_is_named_as_one(make: Make) -> None:
    assert "职业功能" in record(make(functions_basis="standard_table"), "jobs/welder.yml")["issuer"]["name"]


def test_duties_tasks_and_competencies_have_ids(make: Make) -> None:
    [duty] = record(make(), "jobs/welder.yml")["duties"]
    [task] = duty["tasks"]
    assert [duty["id"], task["id"], *(one["id"] for one in task["competencies"])] == ["A", "A1", "A1-S1", "A1-S2"]


def test_levels_that_were_only_inferred_are_marked(make: Make) -> None:
    job = record(make(levels=["四级/中级工"], levels_evidence="推断"), "jobs/welder.yml")
    assert {"kind": "recalled", "saw": ["levels"]}.items() <= job["checks"][-1].items()


def test_general_knowledge_is_never_a_seen_value(make: Make) -> None:
    [step] = record(make(), "processes/arc-welding.yml")["steps"]
    seen, general = step["parameters"]
    assert (seen["evidence"], seen["source"], seen["nominal"]) == ("seen", "甲页", 200)
    assert general["evidence"] == "general"
    assert "source" not in general
    assert (general.get("nominal"), general["note"]) == (None, "来源写作 2/3")


def test_a_file_that_people_keep_is_left_alone(make: Make) -> None:
    root = make()
    kept = root / "standards/jobs/welder.yml"
    kept.write_text("kind: job\n# 自行维护\n", "utf-8")
    make()
    assert kept.read_text("utf-8") == "kind: job\n# 自行维护\n"


def test_running_it_again_changes_nothing(make: Make) -> None:
    before = (make() / "standards/jobs/welder.yml").read_text("utf-8")
    assert (make() / "standards/jobs/welder.yml").read_text("utf-8") == before


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("records_from_facts", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
