"""`textbuild new`: skeletons that are valid as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from textbuild.cli.app import run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    assert run(["new", "library", str(tmp_path / "lib"), "--title", "我的教材"]) == 0
    return tmp_path / "lib"


def findings(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    run(["-C", str(root), "check", "--format", "json"])
    return [one["code"] for one in json.loads(capsys.readouterr().out)["diagnostics"] if one["severity"] == "error"]


def test_a_new_library_with_a_book_is_clean_and_builds(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(root), "new", "book", "ev-battery", "动力电池"]) == 0
    assert findings(root, capsys) == []
    assert run(["-C", str(root), "build", "--format", "html"]) == 0
    assert (root / "output/site/ev-battery/index.html").exists()


def test_a_new_module_lacks_only_its_standard(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["-C", str(root), "new", "book", "ev", "动力电池"])
    assert run(["-C", str(root), "new", "module", "ev", "1-1-绝缘检测"]) == 0
    assert set(findings(root, capsys)) <= {"TB301", "TB201"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["standard", "GB 38031-2025"],
        ["standard", "ISO 10218-1:2025"],
        ["standard", "QC/T 1088"],
        ["job", "ev-fitter", "装配工"],
        ["process", "pack-test", "下线检测"],
    ],
    ids=" ".join,
)
def test_a_new_record_is_valid(root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(["-C", str(root), "new", *arguments]) == 0
    assert findings(root, capsys) == []


def test_nothing_is_overwritten_and_nothing_is_written_elsewhere(root: Path) -> None:
    assert run(["-C", str(root), "new", "book", "ev", "甲"]) == 0
    assert run(["-C", str(root), "new", "book", "ev", "乙"]) == 2
    for name in ("../x", "a/b", "UPPER", ".hidden"):
        assert run(["-C", str(root), "new", "book", name, "甲"]) == 2
        assert run(["-C", str(root), "new", "module", "ev", name if name != "UPPER" else "../y"]) == 2
    assert not (root.parent / "x").exists()


def test_a_new_workshop_runs_as_it_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["-C", str(root), "new", "book", "ev", "动力电池"])
    run(["-C", str(root), "new", "process", "pack-test", "下线检测"])
    process = root / "standards/processes/pack-test.yml"
    limits = "[{name: 电压, min: 5, max: 10}, {name: 漏率, max: 0}, {name: 电阻, min: 1}, {name: 型号}, {name: 压力: 大, max: -3}]"
    limits = limits.replace("压力: 大", '"压力: 大"')
    process.write_text(process.read_text("utf-8").replace("parameters: []", f"parameters: {limits}"), "utf-8")
    assert run(["-C", str(root), "new", "workshop", "ev", "pack-test"]) == 0
    index = root / "books/ev/index.md"
    index.write_text(index.read_text("utf-8") + "\n[@workshop:pack-test]\n", "utf-8")
    assert findings(root, capsys) == []
    capsys.readouterr()
    run(["-C", str(root), "check", "--format", "json"])
    assert "TB34" not in capsys.readouterr().out


def test_the_settings_of_a_new_workshop_begin_wrong_and_can_be_set_right(root: Path) -> None:
    run(["-C", str(root), "new", "book", "ev", "动力电池"])
    run(["-C", str(root), "new", "process", "pack-test", "下线检测"])
    process = root / "standards/processes/pack-test.yml"
    limits = (
        "[{name: 钉长, min: 8.5, max: 8.5}, {name: 间隙, max: 0.3}, {name: 转速, nominal: 950, min: 860, max: 1050}]"
    )
    process.write_text(process.read_text("utf-8").replace("parameters: []", f"parameters: {limits}"), "utf-8")
    run(["-C", str(root), "new", "workshop", "ev", "pack-test"])
    text = (root / "books/ev/workshops/pack-test.yml").read_text("utf-8")
    settings = {one["parameter"]: one for step in yaml.safe_load(text)["steps"] for one in step.get("settings", ())}
    for name, low, high in (("钉长", 8.5, 8.5), ("间隙", -1e9, 0.3), ("转速", 860, 1050)):
        start, lowest, highest, by = (settings[name][key] for key in ("start", "lowest", "highest", "by"))
        values = [round(lowest + n * by, 9) for n in range(int((highest - lowest) / by + 1e-9) + 1)]
        assert start in values
        assert not low <= start <= high
        assert any(low <= value <= high for value in values)


def test_a_new_workshop_needs_its_book_and_its_process(root: Path) -> None:
    run(["-C", str(root), "new", "book", "ev", "动力电池"])
    assert run(["-C", str(root), "new", "workshop", "ev", "process:none"]) == 2
    assert run(["-C", str(root), "new", "workshop", "no-book", "process:none"]) == 2
