"""A virtual workshop in a real browser: guided and exam, every fault, replay, export, telephone, keyboard, no script."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import FILES
from tests.publish.site.conftest import build_site

REPOSITORY = Path(__file__).parents[3]
HERE = Path(__file__).parent
CHROMIUM = shutil.which("chromium")
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and NODE and (REPOSITORY / "node_modules/playwright-core").is_dir()),
    reason="needs chromium, node and `npm ci`",
)

PROCESS = """\
kind: process
id: process:pack-test
title: 电池包检测
steps:
  - id: S1
    title: 防护与下电
    station: 检测工位
    actions: [戴绝缘手套, 断电, 验电]
    parameters:
      - {name: 测试电压, unit: V, min: 500, max: 1000, basis: {standard: GB 38031, clause: "5.2"}}
      - {name: 验电电压, unit: V, max: 60}
    hazards: [触电]
  - id: S2
    title: <b>测量</b>
    station: 检测工位
    actions: [放电]
    parameters:
      - {name: 绝缘电阻, unit: MΩ, min: 1, basis: {standard: GB 38031}}
"""
WORKSHOP = """\
kind: workshop
id: workshop:pack-test
title: 电池包检测 <script>alert(1)</script>
process: process:pack-test
situation: 一台电池包下线。"><img src=x onerror=alert(1)>
task: 检测它。
ending: 想一想哪一步最危险。
seed: 3
layout:
  stations: [{id: bench, name: 检测工位, machine: tester, at: [1, 1]}, {id: store, name: 库, machine: store, at: [2, 1]}]
  conveyor: [bench, store]
instruments: [{id: volt, title: 电压表, range: [0, 1000]}, {id: meter, title: 绝缘表, range: [0, 200], decimals: 2}]
steps:
  - step: S1
    safety: [验电]
    settings: [{parameter: 测试电压, start: 250, lowest: 250, highest: 1500, by: 50}]
    readings: [{parameter: 验电电压, instrument: volt, value: 2, noise: 0.5}]
  - step: S2
    readings: [{parameter: 绝缘电阻, instrument: meter, value: 20, noise: 0.1}]
faults:
  - {id: man, kind: safety, title: 门口有人, step: S1, after: 戴绝缘手套, symptom: 门口站着一个人。, reaction: 请他退出,
     wrong: [叫他快走开别管], why: 测试区内不得有人。}
  - {id: lead, kind: sensor, title: 表笔断线, step: S1, parameter: 验电电压, failure: stuck, value: 0, symptom: 读几次都一样。,
     reaction: 换表重测, wrong: [当作无电], why: 断线的表永远显示 0。}
  - {id: leak, kind: tolerance, title: 绝缘下降, step: S2, parameter: 绝缘电阻, value: 0.2, symptom: 读数很小。,
     reaction: 停止并放电, wrong: [继续], why: 绝缘不合格不得上电。}
  - {id: rush, kind: order, title: 抢先上电, step: S2, symptom: 同学要先上电。, reaction: 制止他, wrong: [随他],
     why: 先测绝缘，后上电。}
line:
  task: 找出瓶颈。
  stations: [{station: bench, cycle: 60, spread: 4, good: 0.9, rework: bench}, {station: store, cycle: 20, buffer: 1}]
  adjust: [{station: bench, what: cycle, lowest: 30, highest: 90, by: 5}]
  goals: [{measure: throughput, at_least: 90}]
scoring: {steps: 30, settings: 10, readings: 20, faults: 30, line: 10}
"""
MODULE = "---\ntitle: 检测\nbasis: [GB 38031]\n---\n\n## 练习\n\n按 GB 38031—2025 检测。\n\n[@workshop:pack-test]\n"


LOOKED = ("start", "running", "leaving", "fault", "line", "finished", "record of a run", "watching")
"""The states that axe looks at, on a telephone, light and dark."""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("workshop")
    site = _site(folder)
    handler = functools.partial(_Quiet, directory=str(folder / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/ev/1-1.html"
        command = [NODE or "", str(HERE / "browser.mjs"), CHROMIUM or "", address, (site / "1-1.html").as_uri()]
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=280, check=False)
        server.shutdown()
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def _site(folder: Path) -> Path:
    files = {
        **FILES,
        "books/ev/1-1.md": MODULE,
        "books/ev/workshops/pack-test.yml": WORKSHOP,
        "standards/processes/pack-test.yml": PROCESS,
    }
    for path, content in files.items():
        (folder / "library" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "library" / path).write_text(content, encoding="utf-8")
    return build_site(folder / "library", folder / "site") / "ev"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def test_nothing_goes_wrong_and_nothing_becomes_markup(seen: dict[str, Any]) -> None:
    assert seen["errors"] == []
    assert seen["markup"] == 0


def test_axe_finds_nothing_in_any_state(seen: dict[str, Any]) -> None:
    assert seen["axe"] == []


def test_it_fits_a_telephone_and_a_finger(seen: dict[str, Any]) -> None:
    assert seen["overflow"] == dict.fromkeys(LOOKED, 0)
    assert seen["small"] == []


def test_guided_mode_names_each_mistake_and_the_limit_of_the_standard_it_broke(seen: dict[str, Any]) -> None:
    assert "“验电”之前应先做“戴绝缘手套”" in seen["order"]
    assert "跳过了安全动作“验电”，危险：触电" in seen["safety"]
    assert "“测试电压”设为 400 V，超出限值" in seen["tolerance"]
    assert "违反限值：测试电压 500～1000 V，依据 GB 38031—2025 第 5.2 条" in seen["tolerance"]
    assert seen["standard"] == "../standards/gb-38031/index.html#e-gb-38031-2025"
    assert seen["end"].endswith("引导练习")


def test_faults_are_met_recognised_and_dealt_with(seen: dict[str, Any]) -> None:
    assert (seen["faultStage"], seen["focusOnSymptom"]) == ("fault", "symptom")
    assert "“门口有人”处置不当。测试区内不得有人。" in seen["wrongReaction"]
    assert seen["stuck"] == ["0.0 V", "0.0 V"]
    assert "读数不可信" in seen["sensor"]
    assert "S2 <b>测量</b>" in seen["second"]
    assert "“抢先上电”处置不当。先测绝缘，后上电。" in seen["rushed"]


def test_the_line_is_judged_by_its_goals(seen: dict[str, Any]) -> None:
    assert seen["lineStage"] == "line"
    assert seen["goalsBefore"] == "✗ 没有达到：产量 ≥ 90 件/h"
    assert seen["goalsAfter"] == "✓ 达到：产量 ≥ 90 件/h"


def test_a_run_is_replayed_exported_and_done_again(seen: dict[str, Any]) -> None:
    count = int(seen["replay"][0].rpartition("/")[2].removesuffix(" 步"))
    assert seen["replay"] == [f"第 {count}/{count} 步", f"第 {count - 2}/{count} 步"]
    assert seen["export"] == [
        "workshop-pack-test-3.json",
        "textbuild-workshop-run",
        "workshop:pack-test",
        "guided",
        True,
    ]
    assert seen["again"] is True


def test_who_keeps_records_hears_of_the_beginning_and_the_end(seen: dict[str, Any]) -> None:
    begun, ended = (one for one in seen["statements"] if one["object"]["type"] == "workshop")
    name = "电池包检测 <script>alert(1)</script>"
    assert begun == {"verb": "attempted", "object": {"id": "workshop:pack-test", "type": "workshop", "name": name}}
    assert ended["verb"] == "completed"
    assert ended["result"]["score"]["max"] == 100
    assert ended["result"]["score"]["scaled"] == pytest.approx(ended["result"]["score"]["raw"] / 100, abs=0.001)
    assert ended["result"]["duration"].startswith("PT")


def test_a_book_without_quizzes_has_the_page_of_the_record_too(seen: dict[str, Any]) -> None:
    assert [one for one in seen["record"] if one != "✓"][:2] == ["检测", "100%"]  # ✓: read long enough to count
    assert [one for one in seen["recordVerbs"] if one != "experienced"] == ["attempted", "completed"]


def test_the_exam_is_passed_by_keyboard_without_motion_and_kept(seen: dict[str, Any]) -> None:
    assert seen["calm"] is False
    assert seen["withoutMotion"] == "前进 1 分钟"
    assert "仿真 60 s，完成 0 件" in seen["minute"]
    assert seen["examHidesAnswers"] is True
    assert seen["examKeepsQuiet"] == 0
    assert seen["exam"] == "100 分　通过　考核，抽签号 7"
    assert seen["kept"] == "选择做法　最好成绩：考核 100 分"
    assert seen["stayed"] == ["leave", "steps"]
    assert seen["sure"].startswith("没做完的不得分。")
    assert seen["blank"].startswith("0 分　未通过")


def test_the_same_seed_gives_the_same_run_in_node_and_in_the_browser(seen: dict[str, Any]) -> None:
    script = (
        f"import {{ line }} from {json.dumps((HERE / 'core.mjs').as_uri())};"
        "const { line: spec } = JSON.parse(process.argv[1]);"
        "process.stdout.write(JSON.stringify(line.simulate(spec, 11)));"
    )
    command = [NODE or "", "--input-type=module", "-e", script, seen["data"]]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert json.loads(done.stdout) == json.loads(seen["run"])


def test_without_script_the_static_form_is_there(seen: dict[str, Any]) -> None:
    assert seen["plain"] == [3, True, True]


def test_pages_without_a_workshop_load_none_of_it(tmp_path: Path) -> None:
    page = (_site(tmp_path).parent / "ev" / "cited-standards.html").read_text(encoding="utf-8")
    assert "workshop" not in page


def test_the_scripts_stay_small() -> None:
    """60 KB for workshops, 80 KB with those of quizzes, as they go over the wire."""
    assets = REPOSITORY / "themes/site/assets"
    workshop, quiz = (
        sum(len(gzip.compress(part.read_bytes())) for part in assets.glob(f"{name}*.js"))
        for name in ("workshop", "quiz")
    )
    assert workshop <= 60_000
    assert workshop + quiz <= 80_000
