"""The package in the npm `qti3-item-player`: each kind is answered by mouse and keyboard, right, wrong and not at all."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from textbuild.publish.quiz import Selection
from textbuild.publish.quiz.qti import render

REPOSITORY = Path(__file__).parents[3]
CHROMIUM = shutil.which("chromium")
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and NODE and (REPOSITORY / "node_modules/qti3-item-player").is_dir()),
    reason="needs chromium, node and `npm ci`",
)

# In the package steps stand as 验电, 断开, 放电 (A, B, C); what belongs to the left column as A, V (RA, RB).
ANSWERS: dict[str, dict[str, Any]] = {
    "single": {"right": {"choose": ["B"]}, "wrong": {"choose": ["A"]}},
    "multiple": {"right": {"choose": ["A", "C"]}, "wrong": {"choose": ["A", "B", "C"]}},
    "truth": {"right": {"choose": ["B"]}, "wrong": {"choose": ["A"]}},
    "fill and calculation": {"right": {"fill": ["R=U/I", "135.9"]}, "wrong": {"fill": ["绝缘电阻", "136.1"]}},
    "order": {"right": {"drag": [["A", "C"]]}, "wrong": {"drag": [["A", "B"]]}},
    "match": {
        "right": {"drag": [["L1", "RB"], ["L2", "RA"], ["L3", "RB"]]},
        "wrong": {"drag": [["L1", "RA"], ["L2", "RA"], ["L3", "RB"]]},
    },
}


def test_each_kind_plays_and_is_scored(selection: Selection) -> None:
    with ZipFile(io.BytesIO(render(selection))) as package:
        items = {
            kind: {"xml": package.read(f"items/m1-q{n}.xml").decode(), **answers}
            for n, (kind, answers) in enumerate(ANSWERS.items(), 1)
        }
    command = [NODE or "", str(Path(__file__).with_name("player.mjs")), CHROMIUM or ""]
    done = subprocess.run(
        command, cwd=REPOSITORY, input=json.dumps(items), capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["errors"] == []
    points = {kind: 2 if kind == "single" else 1 for kind in ANSWERS}
    assert seen["played"] == {
        kind: {"right": most, "wrong": 0, "empty": 0, "most": most} for kind, most in points.items()
    }
