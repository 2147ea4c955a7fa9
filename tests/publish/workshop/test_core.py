"""The workshop's simulation and rules in Node: `*.test.mjs` beside this file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

NODE = shutil.which("node")


@pytest.mark.skipif(not NODE, reason="needs node")
@pytest.mark.parametrize("name", ["line", "run"])
def test_node_agrees(name: str) -> None:
    command = [NODE or "", "--test", str(Path(__file__).with_name(f"{name}.test.mjs"))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout
